/// Searches as Elasticsearch understands them.
@NullMarked
package io.wenliu.index.search.elasticsearch;

import org.jspecify.annotations.NullMarked;
