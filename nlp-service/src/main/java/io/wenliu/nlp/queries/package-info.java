/// Turns queries into vectors over HTTP.
@NullMarked
package io.wenliu.nlp.queries;

import org.jspecify.annotations.NullMarked;
