/// The measures, measured.
@NullMarked
package io.wenliu.nlp.bench;

import org.jspecify.annotations.NullMarked;
