/// How rising terms are weighed, without a server.
@NullMarked
package io.wenliu.index.explore;

import org.jspecify.annotations.NullMarked;
