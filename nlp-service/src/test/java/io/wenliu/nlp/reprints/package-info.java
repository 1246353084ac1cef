/// What is a reprint and what is not.
@NullMarked
package io.wenliu.nlp.reprints;

import org.jspecify.annotations.NullMarked;
