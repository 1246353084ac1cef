/// Looks after the claim store on behalf of all services.
@NullMarked
package io.wenliu.ingest.claims;

import org.jspecify.annotations.NullMarked;
