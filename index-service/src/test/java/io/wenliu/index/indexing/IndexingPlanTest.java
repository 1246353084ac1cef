package io.wenliu.index.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentManifest;
import io.wenliu.contract.DocumentPages;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.PipelineMessage;
import io.wenliu.contract.Topics;
import io.wenliu.contract.Version;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.kafka.claims.FileClaimStore;
import io.wenliu.kafka.event.InboundRecord;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.stage.InboundMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A batch whose commit failed comes again and meets the records that it has written itself.
class IndexingPlanTest {

  private static final DocumentId PAGE = DocumentId.of("daily", "1");
  private static final List<ArticleId> ARTICLES = ArticleId.ofHeadlines(PAGE, List.of("甲"));
  private static final List<DocumentPages.Page> LINES =
      List.of(
          new DocumentPages.Page(
              "第3版",
              List.of(
                  new DocumentPages.Line(
                      1, DocumentPages.Role.TITLE, ARTICLES.getFirst(), "甲", "标题特征强"))));
  private static final String FIRST_TEXT = ARTICLES.getFirst() + "@" + Version.of(1, 0);

  @Test
  void whatABatchHasSupersededIsToldAgainWhenItComesAgain() {
    // Given
    DocumentRecord before = recordAfter(plan(null, manifest(1)));
    IndexingPlan first = plan(before, manifest(2));

    // When
    IndexingPlan again = plan(recordAfter(first), manifest(2));

    // Then
    assertThat(told(first)).contains("1 SUPERSEDED");
    assertThat(told(again)).containsAll(told(first));
    assertThat(erased(first)).contains(FIRST_TEXT);
    assertThat(erased(again)).isEqualTo(erased(first));
  }

  @Test
  void severalVersionsOfOneBatchAreToldAgain() {
    // Given
    DocumentRecord before = recordAfter(plan(null, manifest(1)));
    IndexingPlan first = plan(before, manifest(2), manifest(3));

    // When
    IndexingPlan again = plan(recordAfter(first), manifest(2), manifest(3));

    // Then
    assertThat(told(again)).contains("1 SUPERSEDED", "2 SUPERSEDED", "3 INDEXED");
    assertThat(erased(again)).containsAll(erased(first));
  }

  @Test
  void aBatchThatGrowsWhileItComesAgainForgetsNothing() {
    // Given
    DocumentRecord before = recordAfter(plan(null, manifest(1)));
    DocumentRecord second = recordAfter(plan(before, manifest(2)));

    // When
    DocumentRecord third = recordAfter(plan(second, manifest(2), manifest(3)));

    // Then
    assertThat(told(plan(third, manifest(2), manifest(3)))).contains("1 SUPERSEDED");
  }

  @Test
  void aWithdrawalIsToldAgainAndItsTextErasedAgain() {
    // Given
    DocumentRecord before = recordAfter(plan(null, manifest(1)));
    DocumentWithdrawn withdrawal =
        new DocumentWithdrawn(PAGE, null, "daily", Instant.EPOCH, "来源要求撤稿");
    IndexingPlan first = plan(before, withdrawal);

    // When
    IndexingPlan again = plan(recordAfter(first), withdrawal);

    // Then
    assertThat(told(first)).containsExactly("1 WITHDRAWN");
    assertThat(told(again)).containsExactly("1 WITHDRAWN");
    assertThat(erased(first)).contains(FIRST_TEXT);
    assertThat(erased(again)).isEqualTo(erased(first));
    assertThat(again.erasures().withdrawnDocuments()).containsExactly(PAGE);
  }

  @Test
  void pagesAreWrittenWithTheirVersionAndGoWhereTheNextHasNone() {
    // Given
    IndexingPlan first = plan(null, pages(1), manifest(1));

    // When
    IndexingPlan second = plan(recordAfter(first), manifest(2));
    IndexingPlan again = plan(recordAfter(second), manifest(2));
    IndexingPlan both = plan(null, pages(1), manifest(1), manifest(2));

    // Then
    assertThat(kept(first)).containsExactly(new KeptPages(PAGE, Version.of(1, 0), LINES));
    assertThat(kept(second)).containsExactly(new KeptPages(PAGE, Version.of(2, 0), List.of()));
    assertThat(erased(second)).contains(PAGE + "@pages-" + Version.of(1, 0));
    assertThat(kept(again)).isEqualTo(kept(second));
    assertThat(kept(both)).isEqualTo(kept(second));
    assertThat(erased(both)).isEqualTo(erased(second));
  }

  @Test
  void pagesOfTheNextVersionStayThoughItsManifestComesInALaterBatch() {
    // Given
    DocumentRecord before = recordAfter(plan(null, pages(1), manifest(1)));

    // When
    IndexingPlan ahead = plan(before, pages(2));
    IndexingPlan together = plan(before, pages(2), manifest(2));

    // Then
    assertThat(kept(ahead)).containsExactly(new KeptPages(PAGE, Version.of(2, 0), LINES));
    assertThat(kept(together)).isEqualTo(kept(ahead));
  }

  @Test
  void pagesThatComeLateAreErasedAndNeverKept() {
    // Given
    DocumentRecord second = recordAfter(plan(null, manifest(2)));
    DocumentWithdrawn withdrawal =
        new DocumentWithdrawn(PAGE, Version.of(2, 0), "daily", Instant.EPOCH, "来源要求撤稿");
    IndexingPlan takenBack = plan(second, withdrawal);

    // When
    IndexingPlan superseded = plan(second, pages(1));
    IndexingPlan withdrawn = plan(recordAfter(takenBack), pages(2), manifest(2));

    // Then
    assertThat(kept(superseded)).isEmpty();
    assertThat(erased(superseded)).containsExactly(PAGE + "@pages-" + Version.of(1, 0));
    assertThat(kept(takenBack)).extracting(KeptPages::pages).containsExactly(List.of());
    assertThat(erased(takenBack)).contains(PAGE + "@pages-" + Version.of(2, 0));
    assertThat(kept(withdrawn)).isEmpty();
    assertThat(erased(withdrawn)).contains(PAGE + "@pages-" + Version.of(2, 0));
  }

  @Test
  void aJourneyIsToldTheArticlesOfTheRecordThatStands() {
    // Given
    IndexingPlan plan = plan(null, manifest(1));
    IndexingPlan outrun = plan(null, manifest(1));
    List<ArticleId> others = ArticleId.ofHeadlines(PAGE, List.of("甲", "乙"));

    // When
    outrun.reconsider(Map.of(PAGE, recordAfter(plan(null, manifest(1, others)))));

    // Then
    assertThat(plan.facts()).extracting(Fact::articles).containsExactly(ARTICLES);
    assertThat(told(outrun)).containsExactly("1 INDEXED");
    assertThat(outrun.facts()).extracting(Fact::articles).containsExactly(others);
  }

  private static DocumentPages pages(long version) {
    return new DocumentPages(PAGE, Version.of(version, 0), LINES);
  }

  private static List<KeptPages> kept(IndexingPlan plan) {
    return plan.writes().stream()
        .map(PlannedWrite::write)
        .filter(write -> write.target() == IndexSchema.PAGES)
        .map(write -> ContractJson.read(write.json(), KeptPages.class))
        .toList();
  }

  private static DocumentManifest manifest(long version) {
    return manifest(version, ARTICLES);
  }

  private static DocumentManifest manifest(long version, List<ArticleId> articles) {
    return new DocumentManifest(
        PAGE, Version.of(version, 0), "daily", null, null, "text/plain", Instant.EPOCH, articles);
  }

  private static IndexingPlan plan(@Nullable DocumentRecord record, PipelineMessage... messages) {
    IndexingPlan plan =
        new IndexingPlan(record == null ? Map.of() : Map.of(PAGE, record), _ -> Instant.EPOCH);
    for (PipelineMessage message : messages) {
      InboundMessage inbound =
          new InboundMessage(
              message,
              new InboundRecord(
                  new ConsumerRecord<>(Topics.ENRICHED, 0, 0, new byte[0], new byte[0]),
                  new FileClaimStore(Path.of("unused"))));
      switch (message) {
        case DocumentManifest manifest -> plan.add(manifest, inbound);
        case DocumentPages pages -> plan.add(pages, inbound);
        case DocumentWithdrawn withdrawal -> plan.add(withdrawal, inbound);
        default -> throw new IllegalArgumentException(message.toString());
      }
    }
    return plan;
  }

  /// As the index gives it back.
  private static DocumentRecord recordAfter(IndexingPlan plan) {
    return plan.writes().stream()
        .map(PlannedWrite::write)
        .filter(write -> write.target() == IndexSchema.DOCUMENTS)
        .map(write -> ContractJson.read(write.json(), DocumentRecord.class))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> told(IndexingPlan plan) {
    return plan.facts().stream()
        .map(fact -> fact.version().content() + " " + fact.step().name())
        .toList();
  }

  private static Set<String> erased(IndexingPlan plan) {
    return plan.erasures().outbound(List.of()).stream()
        .filter(outbound -> outbound.topic().equals(Topics.ENRICHED))
        .map(Outbound::key)
        .collect(Collectors.toSet());
  }
}
