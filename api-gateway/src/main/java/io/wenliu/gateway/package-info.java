/// The one public door of the system.
@org.jspecify.annotations.NullMarked
package io.wenliu.gateway;
