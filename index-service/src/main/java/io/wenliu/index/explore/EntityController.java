package io.wenliu.index.explore;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.index.explore.Quotes.ShownQuote;
import io.wenliu.index.explore.elasticsearch.NameCounts;
import io.wenliu.index.explore.elasticsearch.NameCounts.Counted;
import io.wenliu.index.explore.elasticsearch.NameCounts.Known;
import io.wenliu.index.explore.elasticsearch.NameCounts.Portrait;
import io.wenliu.index.explore.elasticsearch.NameLinks;
import io.wenliu.index.explore.elasticsearch.QuoteSearch.Wanted;
import io.wenliu.index.names.EntityName;
import io.wenliu.index.search.ArticleHits;
import io.wenliu.index.search.Cursor;
import io.wenliu.index.search.DateRange;
import io.wenliu.index.search.Query;
import io.wenliu.index.search.SearchAnswer.Hit;
import io.wenliu.index.search.SearchParameters;
import io.wenliu.index.search.SearchSettings;
import io.wenliu.index.search.WordHits.Month;
import io.wenliu.index.web.ApiProblem;
import io.wenliu.text.TextNormalizer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Serves the people, places, organisations and works that articles name.
@RestController
@RequestMapping("/api/v1/entities")
class EntityController {

  private static final int LONGEST_NAME = 40;
  private static final int ARTICLES = 10;
  private static final int QUOTES = 10;
  private static final DateRange ALWAYS = new DateRange(null, null);

  private final NameCounts names;
  private final NameLinks links;
  private final Quotes quotes;
  private final ArticleHits hits;
  private final SearchParameters parameters;
  private final SearchSettings settings;

  EntityController(
      NameCounts names,
      NameLinks links,
      Quotes quotes,
      ArticleHits hits,
      SearchParameters parameters,
      SearchSettings settings) {
    this.names = names;
    this.links = links;
    this.quotes = quotes;
    this.hits = hits;
    this.parameters = parameters;
    this.settings = settings;
  }

  /// A name in short.
  record ListedEntity(
      String id,
      String name,
      EntityType type,
      long articles,
      long mentions,
      List<String> aliases) {}

  /// One page of names.
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record EntityPage(List<ListedEntity> entities, @Nullable String cursor) {}

  /// What somebody is called.
  record Role(String text, long articles) {}

  /// A name that shares articles with another.
  record Related(String id, String name, EntityType type, long articles) {}

  /// Two related names that share articles with each other too, by their ids.
  record Line(String a, String b, long articles) {}

  /// A name and what the articles have about it.
  record EntityAnswer(
      String id,
      String name,
      EntityType type,
      List<String> aliases,
      List<Role> roles,
      long articles,
      long mentions,
      List<Month> histogram,
      List<Related> related,
      List<Line> lines,
      List<ShownQuote> quotes,
      List<Hit> hits) {}

  @GetMapping
  EntityPage entities(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam @Nullable String cursor) {
    String contains = TextNormalizer.fold(q).strip();
    if (contains.length() > LONGEST_NAME) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "query-too-long", LONGEST_NAME);
    }
    List<EntityType> types = type.isBlank() ? EntityName.TYPES : List.of(type(type));
    DateRange days = SearchParameters.published(from, to);
    int identity =
        String.join("|", "entities", contains, types.toString(), days.toString()).hashCode();
    Cursor place = Cursor.parse(cursor, identity);
    int end = Math.min(place.offset() + parameters.size(size), settings.maxDepth());
    // One more tells whether there is a next page.
    List<Counted> top = names.top(types, contains, days, end + 1);
    List<Counted> page = top.stream().limit(end).skip(place.offset()).toList();
    Map<EntityName, Known> known = names.known(page.stream().map(Counted::name).toList(), days);
    boolean more = top.size() > end && end < settings.maxDepth();
    return new EntityPage(
        page.stream().map(counted -> listed(counted, known.get(counted.name()))).toList(),
        more ? new Cursor(identity, end, 0, List.of()).toString() : null);
  }

  private static EntityType type(String type) {
    return EntityName.typeOf(type)
        .orElseThrow(() -> new ApiProblem(HttpStatus.BAD_REQUEST, "entity-type-unknown", type));
  }

  private static ListedEntity listed(Counted counted, @Nullable Known known) {
    return new ListedEntity(
        counted.name().id(),
        counted.name().name(),
        counted.name().type(),
        counted.articles(),
        known == null ? counted.articles() : known.mentions(),
        known == null ? List.of() : known.aliases());
  }

  @GetMapping("/{id}")
  EntityAnswer entity(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to) {
    EntityName entity = EntityName.ofId(id).orElseThrow(() -> unknown(id));
    DateRange days = SearchParameters.published(from, to);
    Portrait portrait = names.portrait(entity, days, ARTICLES);
    if (portrait.articles() == 0
        && (days.equals(ALWAYS) || names.portrait(entity, ALWAYS, 0).articles() == 0)) {
      throw unknown(id);
    }
    Wanted said = new Wanted(new Query(List.of(), List.of()), entity.name(), days, true);
    return new EntityAnswer(
        entity.id(),
        entity.name(),
        entity.type(),
        portrait.known().aliases(),
        portrait.known().roles().stream()
            .map(role -> new Role(role.value(), role.count()))
            .toList(),
        portrait.articles(),
        portrait.known().mentions(),
        portrait.histogram(),
        portrait.related().stream()
            .map(other ->
                new Related(
                    other.name().id(), other.name().name(), other.name().type(), other.articles()))
            .toList(),
        lines(entity, portrait, days),
        speaks(entity) ? quotes.page(said, Cursor.parse(null, 0), QUOTES).quotes() : List.of(),
        hits.of(portrait.newest()));
  }

  private List<Line> lines(EntityName entity, Portrait portrait, DateRange days) {
    List<EntityName> related = portrait.related().stream().map(Counted::name).toList();
    return links.around(entity, related, days).stream()
        .map(link -> new Line(link.a().id(), link.b().id(), link.articles()))
        .toList();
  }

  private static boolean speaks(EntityName entity) {
    return entity.type() == EntityType.PER || entity.type() == EntityType.ORG;
  }

  private static ApiProblem unknown(String id) {
    return new ApiProblem(HttpStatus.NOT_FOUND, "entity-unknown", id);
  }
}
