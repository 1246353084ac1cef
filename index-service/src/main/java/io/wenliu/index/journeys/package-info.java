/// Where each article of a document is and why, and the ledger of all of them.
@NullMarked
package io.wenliu.index.journeys;

import org.jspecify.annotations.NullMarked;
