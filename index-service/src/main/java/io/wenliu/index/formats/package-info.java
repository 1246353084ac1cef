/// An article in the forms that others read: ninjs, schema.org, plain text, CSV, Atom.
@NullMarked
package io.wenliu.index.formats;

import org.jspecify.annotations.NullMarked;
