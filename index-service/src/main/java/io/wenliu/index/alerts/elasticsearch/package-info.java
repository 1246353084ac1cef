/// What alerts have found, and what of it is still to be delivered.
@NullMarked
package io.wenliu.index.alerts.elasticsearch;

import org.jspecify.annotations.NullMarked;
