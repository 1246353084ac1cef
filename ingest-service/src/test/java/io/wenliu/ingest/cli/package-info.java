/// What the command line promises.
@NullMarked
package io.wenliu.ingest.cli;

import org.jspecify.annotations.NullMarked;
