/// Counts names, finds quotes and counts terms over time.
@NullMarked
package io.wenliu.index.explore.elasticsearch;

import org.jspecify.annotations.NullMarked;
