/// The search box's language and what becomes of it, without a server.
@NullMarked
package io.wenliu.index.search;

import org.jspecify.annotations.NullMarked;
