/// Real Kafka, real Elasticsearch and the four services as child processes of this one.
@NullMarked
package io.wenliu.localstack;

import org.jspecify.annotations.NullMarked;
