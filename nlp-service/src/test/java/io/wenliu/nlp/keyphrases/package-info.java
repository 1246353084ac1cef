/// What keyphrases have to be.
@NullMarked
package io.wenliu.nlp.keyphrases;

import org.jspecify.annotations.NullMarked;
