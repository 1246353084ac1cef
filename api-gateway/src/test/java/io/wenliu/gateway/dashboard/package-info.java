/// The page and its files.
@NullMarked
package io.wenliu.gateway.dashboard;

import org.jspecify.annotations.NullMarked;
