/// Ingest's steps as filters for the command line, without Kafka.
@NullMarked
package io.wenliu.ingest.cli;

import org.jspecify.annotations.NullMarked;
