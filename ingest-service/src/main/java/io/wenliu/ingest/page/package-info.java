/// Turns the text of newspaper pages into their articles.
@NullMarked
package io.wenliu.ingest.page;

import org.jspecify.annotations.NullMarked;
