/// The module of Elasticsearch that answers at its root path.
@NullMarked
package io.wenliu.elasticsearch.root;

import org.jspecify.annotations.NullMarked;
