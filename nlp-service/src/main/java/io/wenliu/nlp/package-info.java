/// Chinese enrichment of articles.
@org.jspecify.annotations.NullMarked
package io.wenliu.nlp;
