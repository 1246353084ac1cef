/// Tests of the whole service on a real broker and a real Elasticsearch.
@NullMarked
package io.wenliu.index;

import org.jspecify.annotations.NullMarked;
