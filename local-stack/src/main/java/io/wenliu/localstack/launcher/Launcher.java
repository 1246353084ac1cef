package io.wenliu.localstack.launcher;

import io.wenliu.localstack.Service;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// What the `wenliu` script starts once everything is built.
public final class Launcher {

  private static final int WRONG_USAGE = 2;

  private Launcher() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var command = arguments.length == 0 ? "" : arguments[0];
    var rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
    try {
      System.exit(run(command, rest));
    } catch (UsageException e) {
      System.err.println(e.getMessage());
      System.exit(WRONG_USAGE);
    }
  }

  private static int run(String command, List<String> arguments)
      throws IOException, InterruptedException {
    return switch (command) {
      case "demo" -> new Demo(DemoOptions.parse(arguments), console()).run();
      case "reindex" -> Reindex.parse(arguments, console()).run();
      case "dead-letters" ->
          new DeadLettersCommand(DeadLettersOptions.parse(arguments), System.out).run();
      // Run once after a build, so that no later start has to.
      case "lay-out" -> {
        Arrays.stream(Service.values())
            .filter(service -> arguments.contains(service.module()))
            .forEach(service -> System.out.println(service.applicationJar()));
        yield 0;
      }
      // What is measured outside the stack is to run as it does inside.
      case "jvm-options" -> {
        Arrays.stream(Service.values())
            .filter(service -> arguments.contains(service.module()))
            .flatMap(service -> service.options().stream())
            .forEach(System.out::println);
        yield 0;
      }
      default -> throw new UsageException("不认识的命令 " + command + "（unknown command）");
    };
  }

  private static Console console() {
    var started = System.getenv("WENLIU_STARTED_AT");
    return new Console(
        System.out,
        System.getenv("WENLIU_TERMINAL") != null,
        started == null ? Instant.now() : Instant.ofEpochSecond(Long.parseLong(started)));
  }
}
