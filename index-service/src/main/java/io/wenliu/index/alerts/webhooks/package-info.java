/// Posts to addresses that users name, without letting them reach into the house.
@NullMarked
package io.wenliu.index.alerts.webhooks;

import org.jspecify.annotations.NullMarked;
