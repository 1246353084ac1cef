/// Which work goes first.
@NullMarked
package io.wenliu.nlp.lanes;

import org.jspecify.annotations.NullMarked;
