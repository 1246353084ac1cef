/// Puts all annotations of an article together.
@NullMarked
package io.wenliu.nlp.enrichment;

import org.jspecify.annotations.NullMarked;
