/// The dead letters of all stages: followed, put back on their way, erased.
@org.jspecify.annotations.NullMarked
package io.wenliu.kafka.deadletters;
