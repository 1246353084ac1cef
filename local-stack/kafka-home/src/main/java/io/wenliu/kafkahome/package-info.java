/// One Kafka broker in a JVM of its own.
@NullMarked
package io.wenliu.kafkahome;

import org.jspecify.annotations.NullMarked;
