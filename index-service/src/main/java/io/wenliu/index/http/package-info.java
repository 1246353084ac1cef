/// How this service asks others by HTTP, Elasticsearch aside.
@NullMarked
package io.wenliu.index.http;

import org.jspecify.annotations.NullMarked;
