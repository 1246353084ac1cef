/// Positions of the live feed, without a server.
@NullMarked
package io.wenliu.index.stream;

import org.jspecify.annotations.NullMarked;
