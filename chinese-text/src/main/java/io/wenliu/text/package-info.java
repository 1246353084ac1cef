/// Normalising, segmenting and folding of Chinese, the same for documents and for queries.
@org.jspecify.annotations.NullMarked
package io.wenliu.text;
