/// The service as a whole.
@NullMarked
package io.wenliu.nlp;

import org.jspecify.annotations.NullMarked;
