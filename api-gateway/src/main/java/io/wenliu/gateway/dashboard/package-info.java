/// Serves the dashboard's one page at each of its addresses.
@NullMarked
package io.wenliu.gateway.dashboard;

import org.jspecify.annotations.NullMarked;
