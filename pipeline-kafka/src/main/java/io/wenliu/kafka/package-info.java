/// The one transaction, retry and dead-letter policy of every consumer.
@org.jspecify.annotations.NullMarked
package io.wenliu.kafka;
