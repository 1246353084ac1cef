package io.wenliu.systemtests.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What each fault cost, as it is printed at the end of a run.
final class FaultTable {

  private final List<Row> rows = new ArrayList<>();
  private final long seed;

  FaultTable(long seed) {
    this.seed = seed;
  }

  private record Row(Fault fault, Verdict verdict, long repeats, Duration recovery) {}

  void add(Fault fault, Verdict verdict, long repeats, Duration recovery) {
    rows.add(new Row(fault, verdict, repeats, recovery));
  }

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder("faults, seed " + seed + "\n");
    table.append(
        line(
            "fault",
            "articles",
            "missing",
            "extra",
            "stale",
            "unbalanced",
            "repeats",
            "recovered"));
    for (Row row : rows) {
      Verdict verdict = row.verdict();
      table.append(
          line(
              row.fault().title(),
              Integer.toString(verdict.articles()),
              Integer.toString(verdict.missing().size()),
              Integer.toString(verdict.extra().size()),
              Integer.toString(verdict.stale().size()),
              Integer.toString(verdict.imbalances().size()),
              Long.toString(row.repeats()),
              String.format(Locale.ROOT, "%.1f s", row.recovery().toMillis() / 1000.0)));
    }
    return table.toString();
  }

  private static String line(String fault, Object... numbers) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-52s", fault));
    for (Object number : numbers) {
      line.append(String.format(Locale.ROOT, "%11s", number));
    }
    return line.append('\n').toString();
  }
}
