/// Puts things on topics outside of any stage.
@org.jspecify.annotations.NullMarked
package io.wenliu.kafka.publish;
