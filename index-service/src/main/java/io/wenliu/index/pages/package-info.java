/// The pages that articles were cut from, for readers who ask.
@NullMarked
package io.wenliu.index.pages;

import org.jspecify.annotations.NullMarked;
