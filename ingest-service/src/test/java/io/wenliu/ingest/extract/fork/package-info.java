@org.jspecify.annotations.NullMarked
package io.wenliu.ingest.extract.fork;
