/// Searches over a large index, beside the same requests to Elasticsearch from a plain client.
@NullMarked
package io.wenliu.benchmarks.search;

import org.jspecify.annotations.NullMarked;
