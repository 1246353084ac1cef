/// Contract messages as CloudEvents on Kafka, both ways.
@org.jspecify.annotations.NullMarked
package io.wenliu.kafka.event;
