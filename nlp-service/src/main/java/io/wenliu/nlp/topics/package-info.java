/// Files articles under IPTC Media Topics.
@NullMarked
package io.wenliu.nlp.topics;

import org.jspecify.annotations.NullMarked;
