/// The Java side of the `wenliu` command: checks, the demo and its table.
@NullMarked
package io.wenliu.localstack.launcher;

import org.jspecify.annotations.NullMarked;
