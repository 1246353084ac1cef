/// What all HTTP answers of this service have in common: problem details in the reader's language.
@NullMarked
package io.wenliu.index.web;

import org.jspecify.annotations.NullMarked;
