/// Finds times, amounts of money and quantities in news text and normalises them.
@NullMarked
package io.wenliu.nlp.values;

import org.jspecify.annotations.NullMarked;
