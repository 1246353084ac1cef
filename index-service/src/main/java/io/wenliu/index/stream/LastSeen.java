package io.wenliu.index.stream;

import java.util.LinkedHashMap;
import java.util.Map;

/// What has been told already; it forgets the oldest. Not thread-safe.
public final class LastSeen {

  private static final int REMEMBERED = 10_000;

  private final Map<String, Boolean> seen = new Oldest();

  /// Whether it has been told and is not forgotten yet.
  public boolean contains(String id) {
    return seen.containsKey(id);
  }

  /// @return whether it is told for the first time
  public boolean add(String id) {
    return seen.put(id, true) == null;
  }

  private static final class Oldest extends LinkedHashMap<String, Boolean> {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > REMEMBERED;
    }
  }
}
