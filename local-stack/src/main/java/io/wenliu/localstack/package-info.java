/// Real Kafka and real Elasticsearch as child processes, and the launcher.
@org.jspecify.annotations.NullMarked
package io.wenliu.localstack;
