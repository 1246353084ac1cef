/// How the pipeline is doing: what each stage has before it, and what it could not do.
@NullMarked
package io.wenliu.index.operations;

import org.jspecify.annotations.NullMarked;
