/// Tests of what is asked when articles are searched.
@NullMarked
package io.wenliu.index.search.elasticsearch;

import org.jspecify.annotations.NullMarked;
