/// Benchmarks that can be run again.
@org.jspecify.annotations.NullMarked
package io.wenliu.benchmarks;
