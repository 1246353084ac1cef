/// Reads files in child processes, so that a hostile one harms nobody else.
@NullMarked
package io.wenliu.ingest.extract.fork;

import org.jspecify.annotations.NullMarked;
