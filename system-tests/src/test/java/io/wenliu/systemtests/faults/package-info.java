/// What breaks while articles flow, and an independent word on what came of them.
@org.jspecify.annotations.NullMarked
package io.wenliu.systemtests.faults;
