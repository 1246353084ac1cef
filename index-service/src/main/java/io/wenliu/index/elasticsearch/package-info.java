/// The connection to Elasticsearch: what is written, made visible and read back, without the
/// client's types showing.
@NullMarked
package io.wenliu.index.elasticsearch;

import org.jspecify.annotations.NullMarked;
