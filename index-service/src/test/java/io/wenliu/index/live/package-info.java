/// Positions of the live feed, without a server.
@NullMarked
package io.wenliu.index.live;

import org.jspecify.annotations.NullMarked;
