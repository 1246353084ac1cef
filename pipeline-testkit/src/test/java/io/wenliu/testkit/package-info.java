/// Tests of the fixtures and of the choice of servers.
@org.jspecify.annotations.NullMarked
package io.wenliu.testkit;
