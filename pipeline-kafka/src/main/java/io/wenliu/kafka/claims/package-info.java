/// The store for content that is too large for Kafka.
@org.jspecify.annotations.NullMarked
package io.wenliu.kafka.claims;
