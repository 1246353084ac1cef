/// Decides which work goes first on shared cores: queries, then words, then vectors.
@NullMarked
package io.wenliu.nlp.lanes;

import org.jspecify.annotations.NullMarked;
