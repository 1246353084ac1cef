/// What journeys make of facts, without a server.
@NullMarked
package io.wenliu.index.journeys;

import org.jspecify.annotations.NullMarked;
