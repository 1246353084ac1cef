/// Commands that run the annotators without Kafka.
@NullMarked
package io.wenliu.nlp.cli;

import org.jspecify.annotations.NullMarked;
