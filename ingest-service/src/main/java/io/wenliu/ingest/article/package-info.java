/// From the text of pages to the articles of the contract.
@NullMarked
package io.wenliu.ingest.article;

import org.jspecify.annotations.NullMarked;
