/// The part of local-stack that runs inside its child processes.
@NullMarked
package io.wenliu.localstack.child;

import org.jspecify.annotations.NullMarked;
