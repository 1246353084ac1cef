/// How much each stage has before it, as the brokers know it.
@org.jspecify.annotations.NullMarked
package io.wenliu.kafka.backlog;
