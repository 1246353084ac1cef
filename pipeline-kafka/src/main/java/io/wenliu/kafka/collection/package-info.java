/// Forgets content in the claim store that no record names any more.
@org.jspecify.annotations.NullMarked
package io.wenliu.kafka.collection;
