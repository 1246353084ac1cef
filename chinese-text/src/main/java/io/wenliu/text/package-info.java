/// Chinese text made comparable: folding, words, sentences and pinyin, the same for documents and
/// for queries.
@NullMarked
package io.wenliu.text;

import org.jspecify.annotations.NullMarked;
