@org.jspecify.annotations.NullMarked
package io.wenliu.kafka.collection;
