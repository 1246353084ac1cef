package io.wenliu.nlp.names;

import io.wenliu.contract.Enrichment.Entity;
import io.wenliu.contract.Enrichment.EntityType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives each mention its canonical name, and persons the role stated beside them.
///
/// Within a document a short form is linked to the longer one it is cut from: `戈夫` to 迈克尔·戈夫, `商汤`
/// to 商汤科技, and a bracketed alias to the name before it.
final class MentionLinker {
  private static final int SHORTEST_ALIAS = 2;
  private static final int MOST_LINKED = 3000;
  private static final String[] COMPANY_TAILS = {
    "科技", "集团", "公司", "股份", "控股", "网络", "技术", "智能", "汽车", "银行", "有限"
  };

  private final Aliases aliases = new Aliases();
  private final RoleReader roles;

  MentionLinker(WordTrie gazetteer) {
    this.roles = new RoleReader(gazetteer);
  }

  /// @param text as given
  /// @param folded the same, folded by [CharFold]
  List<Entity> link(String text, String folded, List<Span> spans) {
    Map<String, String> document = inDocument(folded, spans);
    CodePoints points = CodePoints.of(text);
    List<Entity> entities = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      String name = folded.substring(span.start(), span.end());
      String linked = document.getOrDefault(key(span.type(), name), name);
      boolean person = span.type() == EntityType.PER;
      entities.add(
          new Entity(
              text.substring(span.start(), span.end()),
              span.type(),
              points.fromUnit(span.start()),
              points.fromUnit(span.end()),
              person ? linked : aliases.canonical(linked),
              person ? roles.roleOf(folded, spans, i) : null,
              null,
              null));
    }
    return entities;
  }

  private static String key(EntityType type, String name) {
    return type.name() + name;
  }

  private static Map<String, String> inDocument(String text, List<Span> spans) {
    Map<String, String> links = new HashMap<>();
    Map<String, String> shortForms = new HashMap<>();
    for (int i = 0; i < spans.size() && links.size() < MOST_LINKED; i++) {
      Span span = spans.get(i);
      String name = text.substring(span.start(), span.end());
      if (span.type() == EntityType.PER) {
        int dot = name.lastIndexOf('·');
        if (dot > 0 && name.length() - dot > SHORTEST_ALIAS) {
          shortForms.putIfAbsent(key(EntityType.PER, name.substring(dot + 1)), name);
          shortForms.putIfAbsent(key(EntityType.PER, name.substring(0, name.indexOf('·'))), name);
        }
      } else if (span.type() == EntityType.ORG) {
        for (String tail : COMPANY_TAILS) {
          int cut = name.indexOf(tail, SHORTEST_ALIAS);
          if (cut >= SHORTEST_ALIAS) {
            shortForms.putIfAbsent(key(EntityType.ORG, name.substring(0, cut)), name);
          }
        }
      } else if (name.length() > 2 && "省市县区州镇村".indexOf(name.charAt(name.length() - 1)) >= 0) {
        shortForms.putIfAbsent(key(EntityType.LOC, name.substring(0, name.length() - 1)), name);
      }
      String alias = bracketed(text, spans, i);
      if (alias != null) {
        links.putIfAbsent(key(span.type(), alias), name);
      }
    }
    shortForms.forEach(links::putIfAbsent);
    return links;
  }

  /// The name of the same type that follows in brackets at once; null when none does.
  private static @Nullable String bracketed(String text, List<Span> spans, int i) {
    if (i + 1 >= spans.size()) {
      return null;
    }
    Span span = spans.get(i);
    Span next = spans.get(i + 1);
    boolean opens = span.end() + 1 == next.start() && text.charAt(span.end()) == '(';
    boolean closes = next.end() < text.length() && text.charAt(next.end()) == ')';
    return opens && closes && span.type() == next.type()
        ? text.substring(next.start(), next.end())
        : null;
  }
}
