/// Input that means harm or is broken, generated, and what the running pipeline makes of it.
@org.jspecify.annotations.NullMarked
package io.wenliu.systemtests.hostile;
