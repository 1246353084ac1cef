/// Every default of the service.
@NullMarked
package io.wenliu.nlp.settings;

import org.jspecify.annotations.NullMarked;
