/// Gets the text out of whatever file a newsroom sends.
@NullMarked
package io.wenliu.ingest.extract;

import org.jspecify.annotations.NullMarked;
