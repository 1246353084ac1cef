/// Signs articles so that the same article in another paper is found.
@NullMarked
package io.wenliu.nlp.reprints;

import org.jspecify.annotations.NullMarked;
