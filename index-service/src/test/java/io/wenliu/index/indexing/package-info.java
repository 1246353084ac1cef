/// What batches change, without a server.
@NullMarked
package io.wenliu.index.indexing;

import org.jspecify.annotations.NullMarked;
