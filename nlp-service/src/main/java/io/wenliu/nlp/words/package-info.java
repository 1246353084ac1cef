/// An article split into words and sentences, and how common words are in the news.
@NullMarked
package io.wenliu.nlp.words;

import org.jspecify.annotations.NullMarked;
