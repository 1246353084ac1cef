/// The search box: its language, the rankings and their fusion, highlights, facets, pages.
@NullMarked
package io.wenliu.index.search;

import org.jspecify.annotations.NullMarked;
