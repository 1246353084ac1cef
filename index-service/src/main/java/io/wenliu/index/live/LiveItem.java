package io.wenliu.index.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.Enrichment;
import io.wenliu.contract.PartialDate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An article that has just become searchable.
@JsonInclude(JsonInclude.Include.ALWAYS)
record LiveItem(
    ArticleId id,
    String headline,
    @Nullable String newspaper,
    @Nullable PartialDate published,
    List<String> authors,
    @Nullable Instant receivedAt,
    Instant searchableAt,
    Enrichment.@Nullable ArticleKind kind) {}
