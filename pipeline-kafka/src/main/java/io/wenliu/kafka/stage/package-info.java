/// The one transaction, retry and dead-letter policy that every consumer runs under.
@org.jspecify.annotations.NullMarked
package io.wenliu.kafka.stage;
