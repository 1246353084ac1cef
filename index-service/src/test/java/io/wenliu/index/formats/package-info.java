/// The forms of an article, without a server.
@NullMarked
package io.wenliu.index.formats;

import org.jspecify.annotations.NullMarked;
