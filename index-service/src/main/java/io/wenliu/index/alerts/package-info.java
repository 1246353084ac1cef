/// Saved searches that are watched: every article that becomes searchable is held against all of
/// them at once.
@NullMarked
package io.wenliu.index.alerts;

import org.jspecify.annotations.NullMarked;
