/// Owner of the search index: writes, searches, journeys.
@org.jspecify.annotations.NullMarked
package io.wenliu.index;
