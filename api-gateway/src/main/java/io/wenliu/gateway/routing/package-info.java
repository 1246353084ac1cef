/// Which request goes to which service, and how its bytes travel there and back.
@NullMarked
package io.wenliu.gateway.routing;

import org.jspecify.annotations.NullMarked;
