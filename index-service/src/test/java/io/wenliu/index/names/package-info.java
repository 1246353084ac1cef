/// Ids of names and facts about them, without a server.
@NullMarked
package io.wenliu.index.names;

import org.jspecify.annotations.NullMarked;
