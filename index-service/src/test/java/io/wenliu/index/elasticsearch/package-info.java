/// The connection's settings.
@NullMarked
package io.wenliu.index.elasticsearch;

import org.jspecify.annotations.NullMarked;
