package io.wenliu.ingest.extract;

class TikaTextExtractorTest implements TextExtractorContract {

  private static final TextExtractor EXTRACTOR =
      new TikaTextExtractor(new AcceptedTypes(AcceptedTypes.DEFAULTS), 100_000);

  @Override
  public TextExtractor extractor() {
    return EXTRACTOR;
  }
}
