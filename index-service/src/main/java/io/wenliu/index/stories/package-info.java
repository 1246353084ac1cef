/// Which articles tell the same story: reprints, found by the passages they share.
@NullMarked
package io.wenliu.index.stories;

import org.jspecify.annotations.NullMarked;
