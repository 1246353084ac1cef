/// What has just become searchable, as server-sent events.
@NullMarked
package io.wenliu.index.live;

import org.jspecify.annotations.NullMarked;
