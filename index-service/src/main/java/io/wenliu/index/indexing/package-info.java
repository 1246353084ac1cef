/// Enriched articles, manifests, withdrawals and vectors become what searches find, or stop being
/// it.
@NullMarked
package io.wenliu.index.indexing;

import org.jspecify.annotations.NullMarked;
