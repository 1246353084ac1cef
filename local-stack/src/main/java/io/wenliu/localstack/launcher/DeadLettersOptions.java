package io.wenliu.localstack.launcher;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What follows `./wenliu dead-letters`.
///
/// @param gateway its address
/// @param id of one letter; null where none is named
/// @param selection `stage`, `reason`, `source`, `all`: which letters to replay; empty for one
record DeadLettersOptions(
    Action action, URI gateway, @Nullable String id, Map<String, Object> selection) {

  private static final URI GATEWAY = URI.create("http://127.0.0.1:8080");
  private static final String USAGE =
      "用法：./wenliu dead-letters [list | show ID | replay ID | replay --reason R | replay --stage S"
          + " | replay --all | discard ID] [--gateway URL]（usage）";

  DeadLettersOptions {
    selection = Map.copyOf(selection);
  }

  /// What to do.
  enum Action {
    LIST,
    SHOW,
    REPLAY,
    DISCARD
  }

  /// @throws UsageException with one sentence for the person at the terminal
  static DeadLettersOptions parse(List<String> arguments) {
    URI gateway = GATEWAY;
    List<String> words = new ArrayList<>();
    Map<String, Object> selection = new TreeMap<>();
    var rest = arguments.iterator();
    while (rest.hasNext()) {
      var word = rest.next();
      switch (word) {
        case "--gateway", "--reason", "--stage", "--source" -> {
          if (!rest.hasNext()) {
            throw new UsageException(word + " 后面要有一个值（needs a value）");
          }
          var value = rest.next();
          if (word.equals("--gateway")) {
            gateway = address(value);
          } else {
            selection.put(word.substring(2), value);
          }
        }
        case "--all" -> selection.put("all", true);
        default -> words.add(word);
      }
    }
    var action = action(words.isEmpty() ? "list" : words.getFirst());
    @Nullable String id = words.size() > 1 ? words.get(1) : null;
    boolean named = id != null;
    boolean right =
        words.size() <= 2
            && switch (action) {
              case LIST -> !named;
              case SHOW, DISCARD -> named && selection.isEmpty();
              case REPLAY -> named == selection.isEmpty();
            };
    if (!right) {
      throw new UsageException(USAGE);
    }
    return new DeadLettersOptions(action, gateway, id, selection);
  }

  private static Action action(String word) {
    return switch (word) {
      case "list" -> Action.LIST;
      case "show" -> Action.SHOW;
      case "replay" -> Action.REPLAY;
      case "discard" -> Action.DISCARD;
      default -> throw new UsageException(USAGE);
    };
  }

  private static URI address(String text) {
    try {
      var address = URI.create(text);
      if (address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new UsageException("--gateway 要一个地址，如 " + GATEWAY + "（needs an address）");
  }
}
