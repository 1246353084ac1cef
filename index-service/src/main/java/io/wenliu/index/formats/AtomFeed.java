package io.wenliu.index.formats;

import io.wenliu.contract.Article;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The Atom Syndication Format (RFC 4287).
public final class AtomFeed {

  /// Its media type.
  public static final String MEDIA_TYPE = "application/atom+xml";

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  private AtomFeed() {}

  /// @param id the same for the same search
  /// @param self where the feed is
  /// @param updated of an empty feed
  /// @return UTF-8
  public static byte[] of(
      String id, String title, String self, Instant updated, List<PublishedArticle> articles) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("xml:lang", PublishedArticle.LANGUAGE);
      element(xml, "id", id);
      element(xml, "title", title);
      element(xml, "updated", newest(articles, updated).toString());
      person(xml, "文流");
      link(xml, "self", self);
      for (PublishedArticle article : articles) {
        entry(xml, article, updated);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("an array takes all bytes", e);
    }
    return bytes.toByteArray();
  }

  private static Instant newest(List<PublishedArticle> articles, Instant otherwise) {
    return articles.stream()
        .map(article -> updated(article, Instant.MIN))
        .filter(time -> time.isAfter(Instant.MIN))
        .max(Instant::compareTo)
        .orElse(otherwise);
  }

  private static Instant updated(PublishedArticle article, Instant otherwise) {
    return article.indexedAt() == null ? otherwise : article.indexedAt();
  }

  private static void entry(XMLStreamWriter xml, PublishedArticle published, Instant otherwise)
      throws XMLStreamException {
    Article article = published.article();
    xml.writeStartElement("entry");
    element(xml, "id", published.uri());
    element(xml, "title", article.headline());
    element(xml, "updated", updated(published, otherwise).toString());
    if (published.receivedAt() != null) {
      element(xml, "published", published.receivedAt().toString());
    }
    for (String author : article.authors()) {
      person(xml, author);
    }
    link(xml, "alternate", "/articles/" + published.id());
    if (!published.summary().isEmpty()) {
      element(xml, "summary", String.join("\n", published.summary()));
    }
    for (var topic : published.topics()) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", clean(topic.code()));
      xml.writeAttribute("label", clean(topic.label()));
    }
    element(xml, "content", article.text());
    if (article.newspaper() != null) {
      xml.writeStartElement("source");
      element(xml, "title", article.newspaper());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void person(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeStartElement("author");
    element(xml, "name", name);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String target)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", clean(target));
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(clean(text));
    xml.writeEndElement();
  }

  /// Without the characters that XML 1.0 cannot hold (section 2.2).
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c ->
            c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
