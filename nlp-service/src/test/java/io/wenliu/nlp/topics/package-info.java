/// What an article is filed under.
@NullMarked
package io.wenliu.nlp.topics;

import org.jspecify.annotations.NullMarked;
