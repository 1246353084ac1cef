/// Journeys as Elasticsearch finds and counts them.
@NullMarked
package io.wenliu.index.journeys.elasticsearch;

import org.jspecify.annotations.NullMarked;
