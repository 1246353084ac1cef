/// Finds who said what in news text.
@NullMarked
package io.wenliu.nlp.quotes;

import org.jspecify.annotations.NullMarked;
