package io.wenliu.localstack.launcher;

import java.util.List;

/// What follows `./wenliu demo`.
///
/// @param fresh forget the data of former runs
/// @param port of the dashboard on 127.0.0.1
/// @param nlpInstances of nlp-service
record DemoOptions(boolean fresh, int port, int nlpInstances) {

  static final int DEFAULT_PORT = 8080;
  private static final int MOST_PORT = 65_535;
  private static final int MOST_INSTANCES = 16;

  /// @throws UsageException with one sentence for the person at the terminal
  static DemoOptions parse(List<String> arguments) {
    boolean fresh = false;
    int port = DEFAULT_PORT;
    int nlpInstances = 1;
    var rest = arguments.iterator();
    while (rest.hasNext()) {
      var option = rest.next();
      switch (option) {
        case "--fresh" -> fresh = true;
        case "--port" -> port = number(option, rest.hasNext() ? rest.next() : "", MOST_PORT);
        case "--nlp" ->
            nlpInstances = number(option, rest.hasNext() ? rest.next() : "", MOST_INSTANCES);
        default ->
            throw new UsageException(
                "不认识的选项 " + option + "（unknown option）。可用：--fresh --port N --nlp N");
      }
    }
    return new DemoOptions(fresh, port, nlpInstances);
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
