/// Pieces and vectors.
@NullMarked
package io.wenliu.nlp.embedding;

import org.jspecify.annotations.NullMarked;
