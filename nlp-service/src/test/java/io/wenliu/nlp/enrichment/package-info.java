/// What the annotations of an article have to be.
@NullMarked
package io.wenliu.nlp.enrichment;

import org.jspecify.annotations.NullMarked;
