/// Which kind is which.
@NullMarked
package io.wenliu.nlp.kind;

import org.jspecify.annotations.NullMarked;
