/// Topics as server-sent events: every instance follows them whole and serves any reader, who can
/// go on where they left off, on this instance or another.
@NullMarked
package io.wenliu.index.stream;

import org.jspecify.annotations.NullMarked;
