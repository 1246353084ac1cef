/// What a look at the backlog remembers.
@NullMarked
package io.wenliu.kafka.backlog;

import org.jspecify.annotations.NullMarked;
