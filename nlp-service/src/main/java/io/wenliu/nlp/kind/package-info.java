/// Tells news from opinion, policy documents, captions and briefs.
@NullMarked
package io.wenliu.nlp.kind;

import org.jspecify.annotations.NullMarked;
