/// Small values by key that every instance of a service knows.
@org.jspecify.annotations.NullMarked
package io.wenliu.kafka.notes;
