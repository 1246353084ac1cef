/// One Elasticsearch node in a JVM of its own.
@NullMarked
package io.wenliu.elasticsearch.node;

import org.jspecify.annotations.NullMarked;
