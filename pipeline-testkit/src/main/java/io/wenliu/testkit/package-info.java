/// Fixtures and test servers.
@org.jspecify.annotations.NullMarked
package io.wenliu.testkit;
