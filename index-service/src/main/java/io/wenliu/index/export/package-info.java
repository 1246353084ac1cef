/// Whole results of searches as files and feeds.
@NullMarked
package io.wenliu.index.export;

import org.jspecify.annotations.NullMarked;
