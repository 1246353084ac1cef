/// Reprints and their differences, without a server.
@NullMarked
package io.wenliu.index.stories;

import org.jspecify.annotations.NullMarked;
