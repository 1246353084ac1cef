@org.jspecify.annotations.NullMarked
package io.wenliu.ingest.submission;
