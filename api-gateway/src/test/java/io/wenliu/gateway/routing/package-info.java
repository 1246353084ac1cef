/// Requests go to the right service, unchanged and unbuffered.
@NullMarked
package io.wenliu.gateway.routing;

import org.jspecify.annotations.NullMarked;
