/// Messages, topics, identities and versions: all that the services agree on.
@org.jspecify.annotations.NullMarked
package io.wenliu.contract;
