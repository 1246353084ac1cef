package io.wenliu.index.indexing;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Enrichment;
import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.contract.PartialDate;
import io.wenliu.contract.Version;
import io.wenliu.index.names.NameFacts;
import io.wenliu.index.names.SpeakerCounts;
import io.wenliu.index.stories.Fingerprints;
import io.wenliu.text.KnownWords;
import io.wenliu.text.TextNormalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An article as the index `articles` keeps it: the messages' own records, whose words and
/// characters are indexed where they stand, and beside them what searches filter and sort by.
///
/// @param newest what "newest first" goes by: the day it was published, else when it was received
/// @param lexicon version of the [KnownWords] that the next were found by
/// @param otherWords known words of the paragraphs that are not among those they were split into,
///   joined by single spaces
/// @param foldedHeadline in Simplified script and half width, where that differs from how it is
///   printed; null where it does not, since then the text itself is found
/// @param foldedParagraphs likewise
/// @param nameMentions how often each name occurs; see [NameFacts], like the two after it
/// @param quoteCount how many quotes it has, in all and, in `quoteCounts`, by speaker
/// @param quoteTexts what was said, folded
/// @param pinyin how its names and keyphrases are typed; counted by column and never searched, for
///   inverted they were more than all the article's other keywords
/// @param fingerprints of its passages, for finding reprints
record ArticleDocument(
    ArticleId id,
    DocumentId documentId,
    Version version,
    ArticleState state,
    String source,
    Instant receivedAt,
    Instant indexedAt,
    @Nullable LocalDate published,
    Instant newest,
    @Nullable String newspaper,
    @Nullable String page,
    List<String> authors,
    @Nullable String agency,
    Enrichment.@Nullable ArticleKind kind,
    List<String> people,
    List<String> places,
    List<String> organisations,
    List<String> works,
    List<String> nameMentions,
    List<String> nameAliases,
    List<String> nameRoles,
    int quoteCount,
    List<String> quoteSpeakers,
    List<String> quoteCounts,
    List<String> quoteTexts,
    List<String> topics,
    List<String> topicLabels,
    List<String> keyphrases,
    List<String> pinyin,
    List<String> fingerprints,
    String lexicon,
    String otherWords,
    @Nullable String foldedHeadline,
    @Nullable List<String> foldedParagraphs,
    Article article,
    Enrichment enrichment) {

  /// Newspapers of the day are dated by Beijing's calendar.
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private static final KnownWords KNOWN_WORDS = KnownWords.standard();

  static ArticleDocument of(ArticleEnriched message, Instant now) {
    Article article = message.article();
    Enrichment enrichment = message.enrichment();
    Optional<LocalDate> published =
        Optional.ofNullable(article.published()).flatMap(PartialDate::date);
    String headline = TextNormalizer.fold(article.headline());
    List<String> paragraphs = article.paragraphs().stream().map(TextNormalizer::fold).toList();
    List<String> people = names(enrichment, EntityType.PER);
    List<String> places = names(enrichment, EntityType.LOC);
    List<String> organisations = names(enrichment, EntityType.ORG);
    List<String> keyphrases =
        enrichment.keyphrases().stream().map(Enrichment.Keyphrase::text).toList();
    NameFacts facts = NameFacts.of(enrichment);
    return new ArticleDocument(
        message.id(),
        message.document(),
        message.version(),
        ArticleState.ALIVE,
        message.source(),
        message.receivedAt(),
        now,
        published.orElse(null),
        published.map(day -> day.atStartOfDay(BEIJING).toInstant()).orElse(message.receivedAt()),
        article.newspaper(),
        article.page(),
        article.authors(),
        article.agency(),
        enrichment.kind(),
        people,
        places,
        organisations,
        names(enrichment, EntityType.WORK),
        facts.mentions(),
        facts.aliases(),
        facts.roles(),
        enrichment.quotes().size(),
        SpeakerCounts.speakers(enrichment),
        SpeakerCounts.of(enrichment),
        enrichment.quotes().stream().map(quote -> TextNormalizer.fold(quote.text())).toList(),
        enrichment.topics().stream().map(Enrichment.Topic::code).toList(),
        enrichment.topics().stream().map(Enrichment.Topic::label).toList(),
        keyphrases,
        PinyinKeys.of(people, organisations, keyphrases, places),
        Fingerprints.sample(enrichment.signature()),
        KNOWN_WORDS.version(),
        String.join(" ", KNOWN_WORDS.beside(article.paragraphs(), enrichment.paragraphWords())),
        isFoundAsPrinted(article.headline(), headline) ? null : headline,
        isFoundAsPrinted(article.text(), String.join("\n", paragraphs)) ? null : paragraphs,
        article,
        enrichment);
  }

  private static List<String> names(Enrichment enrichment, EntityType type) {
    return enrichment.entities().stream()
        .filter(entity -> entity.type() == type)
        .map(entity -> entity.name() == null ? entity.text() : entity.name())
        .distinct()
        .toList();
  }

  /// The analyzer drops punctuation and folds case by itself.
  private static boolean isFoundAsPrinted(String printed, String folded) {
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      if (c != folded.charAt(i)
          && Character.isLetterOrDigit(c)
          && Character.toLowerCase(c) != folded.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
