/// The commands as filters.
@NullMarked
package io.wenliu.nlp.cli;

import org.jspecify.annotations.NullMarked;
