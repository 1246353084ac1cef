/// Measures the running pipeline, and beside it what each of its parts does alone.
@NullMarked
package io.wenliu.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
