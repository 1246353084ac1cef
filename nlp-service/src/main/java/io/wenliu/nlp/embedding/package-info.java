/// Turns text into vectors with a sentence model, in a lane that never holds up the words.
@NullMarked
package io.wenliu.nlp.embedding;

import org.jspecify.annotations.NullMarked;
