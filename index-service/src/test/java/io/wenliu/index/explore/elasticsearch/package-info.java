/// Tests of what is asked of quotes.
@NullMarked
package io.wenliu.index.explore.elasticsearch;

import org.jspecify.annotations.NullMarked;
