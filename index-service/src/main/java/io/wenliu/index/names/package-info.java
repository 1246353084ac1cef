/// Who and what articles name: how a name is identified, and how the index keeps what is known of
/// it.
@NullMarked
package io.wenliu.index.names;

import org.jspecify.annotations.NullMarked;
