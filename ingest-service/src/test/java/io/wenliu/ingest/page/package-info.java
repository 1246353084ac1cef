/// How pages become articles, step by step and on whole pages.
@NullMarked
package io.wenliu.ingest.page;

import org.jspecify.annotations.NullMarked;
