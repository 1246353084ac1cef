/// The whole pipeline, all services as processes, looked at from outside.
@org.jspecify.annotations.NullMarked
package io.wenliu.systemtests;
