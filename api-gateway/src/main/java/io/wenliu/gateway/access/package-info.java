/// Who a request comes from, what they may ask for, and how often.
@NullMarked
package io.wenliu.gateway.access;

import org.jspecify.annotations.NullMarked;
