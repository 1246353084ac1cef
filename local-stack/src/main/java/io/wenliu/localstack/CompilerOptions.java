package io.wenliu.localstack;

import java.util.List;

/// What Elasticsearch and the services tell their compilers where all run on one machine.
///
/// Much of their code is hot at once, and the compiler's favourite, one huge method with all that
/// it calls in it, costs it more time than the articles do: while six JVMs on two cores warm up,
/// their compilers are what everything else waits for. Smaller pieces cost half of that, and once
/// compiled run nearly as fast.
final class CompilerOptions {

  static final List<String> SMALL_PIECES =
      List.of(
          "-XX:MaxInlineLevel=9",
          "-XX:FreqInlineSize=120",
          "-XX:InlineSmallCode=1000",
          "-XX:LoopUnrollLimit=10");

  private CompilerOptions() {}
}
