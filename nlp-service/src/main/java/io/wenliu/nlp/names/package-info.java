/// Finds persons, places, organisations and works in Chinese news text.
@NullMarked
package io.wenliu.nlp.names;

import org.jspecify.annotations.NullMarked;
