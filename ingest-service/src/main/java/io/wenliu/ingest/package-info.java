/// Intake: whatever a newsroom pushes becomes articles.
@org.jspecify.annotations.NullMarked
package io.wenliu.ingest;
