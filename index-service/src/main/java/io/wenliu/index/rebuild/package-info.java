/// The indices are filled anew from the topics and take over, while writes and searches go on.
@NullMarked
package io.wenliu.index.rebuild;

import org.jspecify.annotations.NullMarked;
