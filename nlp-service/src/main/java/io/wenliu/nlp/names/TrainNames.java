package io.wenliu.nlp.names;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Trains the name tagger: `train-names [--annotations FILE]… [--written FILE]… [--silver] --out
/// MODEL NEWS…`.
///
/// `NEWS` are files or folders of news text. Paragraphs that the annotation files know are learnt
/// from, several times with other names in them ([NameSwap]); so are the sentences of the
/// `--written` files ([WrittenSentences]). With `--silver`, the shipped tagger annotates the
/// others, and those on which it answers the same with and without its gazetteer are learnt from
/// too, at a tenth of the weight.
public final class TrainNames {
  private static final int EPOCHS = 12;
  private static final int LEAST_COUNT = 4;
  private static final float DECAY = 0.025f;
  private static final int VARIANTS = 2;
  private static final int SWAPS = 3;
  private static final int WRITTEN_SWAPS = 8;
  private static final float SWAPPED_WEIGHT = 0.7f;
  private static final float SILVER_WEIGHT = 0.1f;

  private final PrintStream progress;

  TrainNames(PrintStream progress) {
    this.progress = progress;
  }

  /// Runs the command; see the class.
  public static void main(String[] args) throws IOException {
    List<Path> annotations = new ArrayList<>();
    List<Path> written = new ArrayList<>();
    List<Path> news = new ArrayList<>();
    Path out = null;
    boolean silver = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--annotations" -> annotations.add(Path.of(args[++i]));
        case "--written" -> written.add(Path.of(args[++i]));
        case "--out" -> out = Path.of(args[++i]);
        case "--silver" -> silver = true;
        default -> news.add(Path.of(args[i]));
      }
    }
    if (out == null || news.isEmpty()) {
      throw new IllegalArgumentException(
          "train-names [--annotations FILE]… [--written FILE]… [--silver] --out MODEL NEWS…");
    }
    new TrainNames(System.err).train(annotations, written, silver, out, news);
  }

  /// @return how many paragraphs were learnt from
  int train(
      List<Path> annotationFiles,
      List<Path> writtenFiles,
      boolean silver,
      Path out,
      List<Path> news)
      throws IOException {
    Annotations annotations = new Annotations();
    for (Path file : annotationFiles) {
      annotations.read(file);
    }
    Set<String> paragraphs = new NewsText().paragraphs(news);
    WordTrie gazetteer = Gazetteer.load().trie();
    NameTraining training = new NameTraining(gazetteer, VARIANTS);
    int learnt = 0;
    NameRecognizer shipped = silver ? new NameRecognizer() : null;
    for (String paragraph : paragraphs) {
      List<Span> spans = annotations.of(paragraph);
      if (spans != null) {
        add(training, paragraph, spans, SWAPS);
        learnt++;
      } else if (shipped != null) {
        List<Span> agreed = shipped.agreedSpans(CharFold.fold(paragraph));
        if (!agreed.isEmpty()) {
          training.add(paragraph, agreed, SILVER_WEIGHT);
          learnt++;
        }
      }
    }
    for (Path file : writtenFiles) {
      for (WrittenSentences.Sentence sentence : WrittenSentences.read(file)) {
        add(training, sentence.text(), sentence.spans(), WRITTEN_SWAPS);
        learnt++;
      }
    }
    if (learnt == 0) {
      throw new IllegalArgumentException("no paragraph to learn from; try --silver");
    }
    progress.printf("%d of %d paragraphs%n", learnt, paragraphs.size());
    TagModel model =
        new CrfTrainer(EPOCHS, DECAY, LEAST_COUNT, progress).train(training.examples());
    try (OutputStream file = Files.newOutputStream(out)) {
      model.write(file);
    }
    return learnt;
  }

  private static void add(NameTraining training, String text, List<Span> spans, int swaps) {
    training.add(text, spans, 1);
    for (int swap = 0; swap < swaps; swap++) {
      training.addSwapped(text, spans, SWAPPED_WEIGHT, swap);
    }
  }
}
