package io.wenliu.benchmarks.pipeline;

import java.time.Duration;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/// The figures of a run as a table for people.
///
/// @param elapsed from the first push to the last searchable article
/// @param elasticsearchAlone documents per second
/// @param nlpAlone articles per second
/// @param brokerAlone articles per second
record BenchReport(
    int articles,
    long characters,
    Duration elapsed,
    List<ProcessMeter.Reading> processes,
    double elasticsearchAlone,
    double nlpAlone,
    double brokerAlone) {

  private static final double MEBIBYTE = 1 << 20;

  /// Articles per second.
  double throughput() {
    return articles / (elapsed.toNanos() / 1e9);
  }

  /// What parts that share the same cores can do together at best: 1/Σ(1/ceilingᵢ).
  double ceiling() {
    return 1 / (1 / elasticsearchAlone + 1 / nlpAlone + 1 / brokerAlone);
  }

  String text() {
    Formatter text = new Formatter(Locale.ROOT);
    text.format(
        "文章 articles                     %,10d  (%,d 字 characters)%n", articles, characters);
    text.format("首推至全部可检索 push → searchable %,10.1f s%n", elapsed.toNanos() / 1e9);
    text.format("吞吐 throughput                   %,10.0f 篇/秒 articles/s%n", throughput());
    text.format("%n");
    text.format("%-16s %22s %14s%n", "进程 process", "CPU s / 1000 articles", "peak RSS MiB");
    double cpu = 0;
    for (ProcessMeter.Reading reading : processes) {
      double perThousand = reading.cpu().toNanos() / 1e9 / articles * 1000;
      cpu += perThousand;
      text.format(
          "%-18s %22.2f %14.0f%n",
          reading.process(), perThousand, reading.peakResidentBytes() / MEBIBYTE);
    }
    text.format("%-18s %22.2f%n", "total", cpu);
    text.format("%n");
    text.format("单独的上限 ceilings alone, articles/s%n");
    text.format("  Elasticsearch bulk              %,10.0f%n", elasticsearchAlone);
    text.format("  NLP loop, one process           %,10.0f%n", nlpAlone);
    text.format("  broker                          %,10.0f%n", brokerAlone);
    text.format("合计上限 1/Σ(1/ceilingᵢ)          %,10.0f%n", ceiling());
    text.format("达到上限之比 ratio to it           %10.2f%n", throughput() / ceiling());
    return text.toString();
  }
}
