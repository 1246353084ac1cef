package io.wenliu.index.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.index.search.Clause;
import io.wenliu.index.search.Query;
import io.wenliu.index.search.SearchRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleQueryTest {

  private static final SearchRequest SEARCH =
      SearchRequest.anything()
          .asking(new Query(List.of(new Clause.Words("高文", List.of("高文"))), List.of()));

  @Test
  void aWalkKeepsTheTimeThatItBeganAt() {
    // Given
    Instant now = Instant.parse("2025-03-18T04:00:00.123456789Z");

    // Then
    assertThat(ArticleQuery.ranked(SEARCH, now).toString())
        .contains("\"origin\":\"2025-03-18T04:00:00.123456789Z\"");
    assertThat(ArticleQuery.ranked(SEARCH).toString()).contains("\"origin\":\"now\"");
  }
}
