/// The indices this service owns: their names, aliases and explicit mappings.
@NullMarked
package io.wenliu.index.schema;

import org.jspecify.annotations.NullMarked;
