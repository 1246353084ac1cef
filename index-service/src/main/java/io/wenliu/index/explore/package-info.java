/// What the articles are about: who is named, who said what, and what is rising.
@NullMarked
package io.wenliu.index.explore;

import org.jspecify.annotations.NullMarked;
