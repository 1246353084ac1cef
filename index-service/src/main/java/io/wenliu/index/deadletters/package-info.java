/// What no stage could process: listed, shown, put back on its way, thrown away.
@NullMarked
package io.wenliu.index.deadletters;

import org.jspecify.annotations.NullMarked;
