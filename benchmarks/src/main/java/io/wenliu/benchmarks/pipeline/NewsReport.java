package io.wenliu.benchmarks.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// How long news take from push to searchable, alone and beside a backfill.
///
/// @param backfill articles pushed on the slow lane
/// @param backfillLeft records of it that waited when the last of the news was searchable; none
///   means that the backfill was too small to measure with
record NewsReport(List<Duration> alone, List<Duration> beside, int backfill, long backfillLeft) {

  NewsReport {
    alone = alone.stream().sorted().toList();
    beside = beside.stream().sorted().toList();
  }

  private static double millis(List<Duration> sorted, double share) {
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.max(0, index)).toNanos() / 1e6;
  }

  String text() {
    return String.format(
        Locale.ROOT,
        """
        新闻从推送到可检索 push → searchable, ms   p50      p99
          只有新闻 alone          (%,d)      %,8.0f %,8.0f
          补录同时 beside backfill (%,d)      %,8.0f %,8.0f
        p99 之比 ratio of p99     %.2f
        补录 backfill %,d 篇，末尾尚余 left at the end %,d 条记录
        """,
        alone.size(),
        millis(alone, 0.5),
        millis(alone, 0.99),
        beside.size(),
        millis(beside, 0.5),
        millis(beside, 0.99),
        millis(beside, 0.99) / millis(alone, 0.99),
        backfill,
        backfillLeft);
  }
}
