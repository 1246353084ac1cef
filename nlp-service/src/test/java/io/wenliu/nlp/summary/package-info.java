/// What a summary has to be.
@NullMarked
package io.wenliu.nlp.summary;

import org.jspecify.annotations.NullMarked;
