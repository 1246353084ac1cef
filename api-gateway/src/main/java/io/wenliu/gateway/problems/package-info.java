/// What the gateway says when it is the gateway that has to refuse: RFC 9457 problem details in the
/// reader's language.
@NullMarked
package io.wenliu.gateway.problems;

import org.jspecify.annotations.NullMarked;
