/// Tests of the text module, in its own words.
@NullMarked
package io.wenliu.text;

import org.jspecify.annotations.NullMarked;
