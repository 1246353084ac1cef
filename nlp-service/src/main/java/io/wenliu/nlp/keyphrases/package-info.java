/// Finds the phrases that tell what an article is about.
@NullMarked
package io.wenliu.nlp.keyphrases;

import org.jspecify.annotations.NullMarked;
