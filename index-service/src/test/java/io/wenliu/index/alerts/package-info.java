/// Alerts, without a server.
@NullMarked
package io.wenliu.index.alerts;

import org.jspecify.annotations.NullMarked;
