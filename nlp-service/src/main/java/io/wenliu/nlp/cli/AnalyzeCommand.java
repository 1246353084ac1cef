package io.wenliu.nlp.cli;

import io.wenliu.contract.Article;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.Enrichment;
import io.wenliu.contract.PartialDate;
import io.wenliu.nlp.enrichment.AnnotatorObserver;
import io.wenliu.nlp.enrichment.ArticleEnricher;
import io.wenliu.text.Segmenter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The second half of `wenliu analyze`: reads articles from standard input, a JSON object a line as
/// `wenliu extract` writes them, and writes each with what was found in it.
///
/// With `--jsonl` a line is `{"id","text"}` instead, read from the files named after it or from
/// standard input, and only id and findings are written. A line that is no article is told on
/// standard error and makes the exit status 1; the others are still done.
public final class AnalyzeCommand {

  private final ArticleEnricher enricher;
  private final JsonMapper mapper = ContractJson.mapper();

  AnalyzeCommand(ArticleEnricher enricher) {
    this.enricher = enricher;
  }

  /// @param args none, or `--jsonl` and files
  /// @throws IOException if standard input or output fails
  public static void main(String[] args) throws IOException {
    boolean plain = args.length > 0 && args[0].equals("--jsonl");
    if (args.length > 0 && !plain) {
      System.err.println("用法 usage: wenliu analyze FILE… | wenliu analyze --jsonl [FILE…]");
      System.exit(2);
    }
    PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    AnalyzeCommand command =
        new AnalyzeCommand(new ArticleEnricher(Segmenter.standard(), AnnotatorObserver.NONE));
    boolean good = true;
    if (args.length > 1) {
      for (String file : Arrays.asList(args).subList(1, args.length)) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
          good &= command.run(in, System.out, errors, true);
        } catch (IOException e) {
          errors.println("读不了 cannot read: " + e.getMessage());
          good = false;
        }
      }
    } else {
      good = command.run(System.in, System.out, errors, plain);
    }
    System.exit(good ? 0 : 1);
  }

  /// @param plain whether lines are `{"id","text"}`
  /// @return whether every line was an article
  boolean run(InputStream in, OutputStream out, PrintStream errors, boolean plain)
      throws IOException {
    boolean good = true;
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        ObjectNode answer = plain ? answerPlain(line) : answerArticle(line);
        out.write(mapper.writeValueAsBytes(answer));
        out.write('\n');
        out.flush();
      } catch (JacksonException e) {
        errors.println("第 " + number + " 行不是文章 line is no article: " + e.getOriginalMessage());
        good = false;
      } catch (IllegalArgumentException e) {
        errors.println("第 " + number + " 行不是文章 line is no article: " + e.getMessage());
        good = false;
      }
    }
    return good;
  }

  private ObjectNode answerPlain(String line) {
    ObjectNode given = object(line);
    if (!given.path("text").isString()) {
      throw new IllegalArgumentException("\"text\" is missing");
    }
    Article article =
        NewsTexts.article(
            given.path("title").asString(""),
            List.of(given.path("text").asString().split("\n", -1)));
    ObjectNode answer = mapper.createObjectNode();
    answer.set("id", given.path("id"));
    return addFindings(answer, enricher.enrich(article));
  }

  private ObjectNode answerArticle(String line) {
    ObjectNode given = object(line);
    return addFindings(given, enricher.enrich(article(given)));
  }

  private ObjectNode object(String line) {
    if (mapper.readTree(line) instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("not a JSON object");
  }

  private Article article(ObjectNode given) {
    List<Article.Heading> outline = new ArrayList<>();
    for (JsonNode heading : given.path("outline")) {
      outline.add(mapper.treeToValue(heading, Article.Heading.class));
    }
    List<Article.Caption> captions = new ArrayList<>();
    for (JsonNode caption : given.path("captions")) {
      captions.add(mapper.treeToValue(caption, Article.Caption.class));
    }
    return new Article(
        given.path("title").asString(""),
        text(given, "subtitle"),
        text(given, "kicker"),
        texts(given, "authors"),
        text(given, "affiliation"),
        texts(given, "issuers"),
        text(given, "agency"),
        text(given, "dateline"),
        text(given, "source"),
        text(given, "page"),
        date(given, "published"),
        given.path("publishedInferred").asBoolean(false),
        date(given, "documentDate"),
        outline,
        texts(given, "paragraphs"),
        captions);
  }

  private static @Nullable String text(JsonNode given, String field) {
    return given.path(field).isString() ? given.path(field).asString() : null;
  }

  private static @Nullable PartialDate date(JsonNode given, String field) {
    String text = text(given, field);
    return text == null ? null : new PartialDate(text);
  }

  private static List<String> texts(JsonNode given, String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : given.path(field)) {
      texts.add(text.asString());
    }
    return texts;
  }

  private ObjectNode addFindings(ObjectNode answer, Enrichment enrichment) {
    Enrichment.ArticleKind kind = enrichment.kind();
    answer.put("kind", kind == null ? null : kind.name().toLowerCase(Locale.ROOT));
    ArrayNode entities = answer.putArray("entities");
    enrichment.entities().forEach(entity -> entities.add(mapper.valueToTree(entity)));
    ArrayNode quotes = answer.putArray("quotes");
    enrichment.quotes().forEach(quote -> quotes.add(mapper.valueToTree(quote)));
    ArrayNode keyphrases = answer.putArray("keyphrases");
    enrichment.keyphrases().forEach(phrase -> keyphrases.add(mapper.valueToTree(phrase)));
    ArrayNode summary = answer.putArray("summary");
    enrichment.summary().forEach(summary::add);
    ArrayNode topics = answer.putArray("topics");
    enrichment.topics().forEach(topic -> topics.add(mapper.valueToTree(topic)));
    return answer;
  }
}
