package io.wenliu.systemtests.hostile;

import static io.wenliu.systemtests.hostile.HostileFile.Ending.HARMLESS;

import io.wenliu.testkit.SampleDocument;
import io.wenliu.testkit.SampleDocuments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Files of every accepted type, cut short and with bits turned over. Some are still text:
/// harmless.
final class BrokenFiles {

  private static final int FLIPS = 24;

  private BrokenFiles() {}

  static List<HostileFile> all() {
    List<HostileFile> files = new ArrayList<>();
    for (SampleDocument whole : whole()) {
      byte[] bytes = whole.bytes();
      for (int part : new int[] {1, 2, 3}) {
        files.add(file(whole, "cut-" + part, Arrays.copyOf(bytes, bytes.length * part / 4)));
      }
      files.add(file(whole, "cut-last", Arrays.copyOf(bytes, bytes.length - 1)));
      for (int seed = 1; seed <= 3; seed++) {
        files.add(file(whole, "flipped-" + seed, flipped(bytes, seed)));
      }
    }
    return files;
  }

  private static List<SampleDocument> whole() {
    SampleDocument page = SampleDocuments.SHORT_PAGE;
    return List.of(
        page,
        SampleDocuments.inGbk(page),
        SampleDocuments.inUtf16LittleEndian(page),
        SampleDocuments.asHtml(page),
        SampleDocuments.asPdf(page),
        SampleDocuments.asDocx(page));
  }

  private static HostileFile file(SampleDocument whole, String harm, byte[] bytes) {
    return HostileFile.file(
        harm + "-" + whole.name(), HARMLESS, whole.name(), whole.contentType(), bytes);
  }

  static byte[] flipped(byte[] whole, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = whole.clone();
    for (int i = 0; i < FLIPS; i++) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] noise(int length, long seed) {
    byte[] bytes = new byte[length];
    new java.util.Random(seed).nextBytes(bytes);
    return bytes;
  }
}
