/// Finds candidates for reprints.
@NullMarked
package io.wenliu.index.stories.elasticsearch;

import org.jspecify.annotations.NullMarked;
