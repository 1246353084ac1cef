/// Which addresses may be posted to, and what a receiver sees.
@NullMarked
package io.wenliu.index.alerts.webhooks;

import org.jspecify.annotations.NullMarked;
