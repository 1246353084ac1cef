/// What an operator sets, and which roles an instance plays.
@NullMarked
package io.wenliu.nlp.settings;

import org.jspecify.annotations.NullMarked;
