/// Dead letters as Elasticsearch finds and counts them.
@NullMarked
package io.wenliu.index.deadletters.elasticsearch;

import org.jspecify.annotations.NullMarked;
