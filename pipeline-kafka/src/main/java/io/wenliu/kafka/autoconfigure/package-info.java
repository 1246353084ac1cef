/// Sets a service up so that it only declares its stages.
@org.jspecify.annotations.NullMarked
package io.wenliu.kafka.autoconfigure;
