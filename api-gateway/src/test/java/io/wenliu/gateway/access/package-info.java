/// Keys, tokens, sessions and limits.
@NullMarked
package io.wenliu.gateway.access;

import org.jspecify.annotations.NullMarked;
