/// From a record on `wenliu.submissions` to articles on `wenliu.articles`.
@NullMarked
package io.wenliu.ingest.submission;

import org.jspecify.annotations.NullMarked;
