package io.wenliu.localstack.launcher;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What follows `./wenliu demo`.
///
/// @param fresh forget the data of former runs
/// @param port of the dashboard on 127.0.0.1
/// @param nlpInstances of nlp-service
/// @param data where everything is kept; null for `.wenliu` in the checkout
record DemoOptions(boolean fresh, int port, int nlpInstances, @Nullable Path data) {

  static final int DEFAULT_PORT = 8080;
  private static final int MOST_PORT = 65_535;
  private static final int MOST_INSTANCES = 16;

  /// @throws UsageException with one sentence for the person at the terminal
  static DemoOptions parse(List<String> arguments) {
    boolean fresh = false;
    int port = DEFAULT_PORT;
    int nlpInstances = 1;
    @Nullable Path data = null;
    var rest = arguments.iterator();
    while (rest.hasNext()) {
      var option = rest.next();
      switch (option) {
        case "--fresh" -> fresh = true;
        case "--port" -> port = number(option, valueOf(option, rest), MOST_PORT);
        case "--nlp" -> nlpInstances = number(option, valueOf(option, rest), MOST_INSTANCES);
        case "--data" -> data = Path.of(valueOf(option, rest));
        default ->
            throw new UsageException(
                "不认识的选项 " + option + "（unknown option）。可用：--fresh --port N --nlp N --data DIR");
      }
    }
    return new DemoOptions(fresh, port, nlpInstances, data);
  }

  private static String valueOf(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new UsageException(option + " 后面要有一个值（needs a value）");
    }
    return rest.next();
  }

  private static int number(String option, String text, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, for every kind of wrong number alike.
    }
    throw new UsageException(
        option + " 要一个 1 到 " + most + " 之间的整数（needs a whole number from 1 to " + most + "）");
  }
}
