/// Measures how fast pages are cut into articles.
@NullMarked
package io.wenliu.benchmarks.page;

import org.jspecify.annotations.NullMarked;
