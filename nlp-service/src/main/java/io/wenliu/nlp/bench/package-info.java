/// Measures how well and how fast the annotators work, on sets named on the command line.
@NullMarked
package io.wenliu.nlp.bench;

import org.jspecify.annotations.NullMarked;
