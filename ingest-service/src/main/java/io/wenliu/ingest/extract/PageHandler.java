package io.wenliu.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Collects the text of the XHTML that Tika makes of a file, page by page where it has pages.
final class PageHandler extends DefaultHandler {

  private final int maxCharacters;
  private final List<String> pages = new ArrayList<>();
  private StringBuilder page = new StringBuilder();
  private int characters;
  private boolean inBody;

  /// @param maxCharacters of all pages together
  PageHandler(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  /// At least one.
  List<String> pages() {
    List<String> all = new ArrayList<>(pages);
    if (!page.isEmpty() || all.isEmpty()) {
      all.add(page.toString());
    }
    return all;
  }

  @Override
  public void startElement(
      @Nullable String uri, String localName, String qualifiedName, Attributes attributes) {
    if (localName.equals("body")) {
      inBody = true;
    } else if (localName.equals("div") && "page".equals(attributes.getValue("class"))) {
      if (!page.toString().isBlank()) {
        pages.add(page.toString());
      }
      page = new StringBuilder();
    }
  }

  @Override
  public void endElement(@Nullable String uri, String localName, String qualifiedName) {
    if (localName.equals("body")) {
      inBody = false;
    }
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    if (!inBody) {
      return;
    }
    characters += length;
    if (characters > maxCharacters) {
      throw new TooMuchTextException(maxCharacters);
    }
    page.append(text, start, length);
  }

  @Override
  public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
    characters(text, start, length);
  }

  /// There is more text than allowed.
  static final class TooMuchTextException extends SAXException {

    private static final long serialVersionUID = 1L;

    TooMuchTextException(int maxCharacters) {
      super("文字超过 " + maxCharacters + " 个字符");
    }
  }
}
