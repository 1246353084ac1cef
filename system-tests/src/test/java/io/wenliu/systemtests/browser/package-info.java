/// The dashboard in a real Chromium, on the real pipeline.
@NullMarked
package io.wenliu.systemtests.browser;

import org.jspecify.annotations.NullMarked;
