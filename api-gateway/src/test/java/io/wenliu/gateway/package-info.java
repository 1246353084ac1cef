/// The whole gateway, and what holds its parts apart.
@NullMarked
package io.wenliu.gateway;

import org.jspecify.annotations.NullMarked;
