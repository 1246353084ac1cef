/// Chooses the whole sentences that sum an article up.
@NullMarked
package io.wenliu.nlp.summary;

import org.jspecify.annotations.NullMarked;
