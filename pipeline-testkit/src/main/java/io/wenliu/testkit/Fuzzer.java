package io.wenliu.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// Feeds a target with inputs that are almost right: seeds, spoilt by turning bits, cutting,
/// copying, splicing and by words of the input's own language. An input that makes the target
/// behave as none before joins the pool that the next ones are made of.
///
/// Inputs that are kept in `src/test/fuzz/NAME/` run each time; new ones are tried for
/// `-Dwenliu.fuzz.seconds` (60 in the profile `faults`, else none). An input that breaks the target
/// is written there too, for the test that its repair deserves. `-Dwenliu.seed` repeats a run.
///
/// A coverage-guided fuzzer would be better still; Jazzer 0.24 runs on Java 25 but cannot
/// instrument its class files, and is blind then.
public final class Fuzzer {

  private static final Path KEPT = Path.of("src", "test", "fuzz").toAbsolutePath();
  private static final Duration TOO_LONG = Duration.ofSeconds(20);
  private static final int LARGEST = 64 * 1024;
  private static final int MOST_CHANGES = 6;
  private static final byte[] NOTHING = {};
  private static final int LARGEST_POOL = 20_000;

  private final String name;
  private final List<byte[]> pool = new ArrayList<>();
  private final List<byte[]> words;
  private final long seed =
      Long.getLong("wenliu.seed", new Random().nextLong(1, Integer.MAX_VALUE));
  private final Random random = new Random(seed);
  private final Set<Object> behaviours = new HashSet<>();

  /// What is tried.
  @FunctionalInterface
  public interface Target {
    /// @return how it behaved, coarsely: kinds of answers, orders of magnitude
    /// @throws Exception if the input broke it; refusals that it promises are not thrown
    Object take(byte[] input) throws Exception;
  }

  /// @param name of the folder with its inputs
  /// @param seeds right inputs to start from
  /// @param words of the input's language, names and signs that mean something
  public Fuzzer(String name, List<byte[]> seeds, List<String> words) {
    this.name = name;
    this.pool.addAll(seeds);
    this.words = words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /// Runs the kept inputs, then new ones as long as is asked for.
  ///
  /// @throws AssertionError if one breaks the target, with the file that it was written to
  public void run(Target target) {
    run(target, Duration.ofSeconds(Long.getLong("wenliu.fuzz.seconds", 0)));
  }

  void run(Target target, Duration time) {
    List<byte[]> kept = kept();
    kept.forEach(input -> tryOut(target, input));
    new ArrayList<>(pool).forEach(input -> tryOut(target, input));
    pool.addAll(kept);
    long end = System.nanoTime() + time.toNanos();
    long tried = 0;
    while (System.nanoTime() < end) {
      byte[] input = spoilt(pool.get(random.nextInt(pool.size())));
      if (tryOut(target, input) && pool.size() < LARGEST_POOL) {
        pool.add(input);
      }
      tried++;
    }
    if (time.isPositive()) {
      System.out.printf(
          "fuzzed %s: %d inputs in %d s, %d behaviours, wenliu.seed=%d%n",
          name, tried, time.toSeconds(), behaviours.size(), seed);
    }
  }

  /// @return whether it behaved as never before
  private boolean tryOut(Target target, byte[] input) {
    long start = System.nanoTime();
    try {
      boolean fresh = behaviours.add(target.take(input.clone()));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      if (took.compareTo(TOO_LONG) > 0) {
        throw new AssertionError("it took " + took.toSeconds() + " s");
      }
      return fresh;
    } catch (Exception | Error e) {
      throw new AssertionError("broken by " + keep(input) + ", wenliu.seed=" + seed, e);
    }
  }

  private byte[] spoilt(byte[] input) {
    byte[] bytes = input;
    for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
      bytes = spoiltOnce(bytes);
    }
    return bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
  }

  private byte[] spoiltOnce(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + 1 + random.nextInt(32));
    return switch (random.nextInt(8)) {
      case 0 -> flipped(bytes);
      case 1 -> joined(bytes, at, NOTHING, to);
      case 2 -> joined(bytes, at, randomBytes(), at);
      case 3 -> withWord(bytes, at, at);
      case 4 -> withWord(bytes, at, to);
      case 5 -> repeated(bytes, at, to);
      case 6 -> {
        byte[] other = pool.get(random.nextInt(pool.size()));
        int from = random.nextInt(other.length + 1);
        byte[] part = Arrays.copyOfRange(other, from, other.length);
        yield joined(bytes, at, part, bytes.length);
      }
      default -> Arrays.copyOf(bytes, at);
    };
  }

  private byte[] flipped(byte[] bytes) {
    byte[] changed = bytes.clone();
    if (changed.length > 0) {
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }

  private byte[] randomBytes() {
    byte[] some = new byte[1 + random.nextInt(8)];
    random.nextBytes(some);
    return some;
  }

  private byte[] withWord(byte[] bytes, int at, int to) {
    return joined(bytes, at, words.get(random.nextInt(words.size())), to);
  }

  private byte[] repeated(byte[] bytes, int at, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    for (int times = 1 << random.nextInt(9); times > 0; times--) {
      out.write(bytes, at, to - at);
    }
    out.write(bytes, at, bytes.length - at);
    return out.toByteArray();
  }

  /// What stands in the input before `end`, the part, the input from `rest` on.
  private static byte[] joined(byte[] input, int end, byte[] part, int rest) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(input, 0, end);
    out.writeBytes(part);
    out.write(input, rest, input.length - rest);
    return out.toByteArray();
  }

  private List<byte[]> kept() {
    Path folder = KEPT.resolve(name).normalize();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<byte[]> inputs = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        inputs.add(Files.readAllBytes(file));
      }
      return inputs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path keep(byte[] input) {
    try {
      String hash = HexFormat.of().toHexDigits(Arrays.hashCode(input));
      Path file = KEPT.resolve(name).normalize().resolve("broke-" + hash);
      Files.createDirectories(file.getParent());
      return Files.write(file, input).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
