/// Headers and refusals.
@NullMarked
package io.wenliu.gateway.security;

import org.jspecify.annotations.NullMarked;
