/// Tests of what the services agree on.
@org.jspecify.annotations.NullMarked
package io.wenliu.contract;
