package io.wenliu.nlp.bench;

import io.wenliu.text.Segmenter;
import io.wenliu.text.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Words against a file of segmented lines in the Peking University convention, which writes a
/// Chinese name as surname and given name; ours keeps it whole, so it is split before comparing.
final class SegmentationBench {

  private static final Set<String> DOUBLE_SURNAMES =
      Set.of("欧阳", "司马", "诸葛", "上官", "司徒", "东方", "夏侯", "皇甫", "公孙", "慕容");

  private SegmentationBench() {}

  /// @param file UTF-8, words parted by blanks
  static Score run(Path file, Segmenter segmenter) throws IOException {
    Score score = new Score();
    for (String line : Files.readAllLines(file)) {
      List<String> wanted = List.of(line.strip().split("\\s+", -1));
      String text = String.join("", wanted);
      if (!text.isEmpty()) {
        score.add(spans(wanted), spans(pekingWords(segmenter.segment(text))));
      }
    }
    return score;
  }

  private static List<String> pekingWords(List<Word> words) {
    List<String> split = new ArrayList<>();
    for (Word word : words) {
      String text = word.text();
      boolean name = word.tag().equals("nr") && text.length() >= 2 && text.length() <= 4;
      if (name && text.indexOf('·') < 0) {
        int surname = text.length() == 4 || DOUBLE_SURNAMES.contains(text.substring(0, 2)) ? 2 : 1;
        split.add(text.substring(0, surname));
        if (surname < text.length()) {
          split.add(text.substring(surname));
        }
      } else {
        split.add(text);
      }
    }
    return split;
  }

  private static Set<Span> spans(List<String> words) {
    Set<Span> spans = new HashSet<>();
    int start = 0;
    for (String word : words) {
      spans.add(new Span(start, start + word.length()));
      start += word.length();
    }
    return spans;
  }

  private record Span(int start, int end) {}
}
