/// The one public door of the system: no business rules.
@NullMarked
package io.wenliu.gateway;

import org.jspecify.annotations.NullMarked;
