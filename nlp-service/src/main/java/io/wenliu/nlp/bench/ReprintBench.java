package io.wenliu.nlp.bench;

import io.wenliu.contract.Article;
import io.wenliu.contract.Enrichment.Signature;
import io.wenliu.nlp.reprints.ReprintSigner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Reprints made from a corpus (cut to a half, begun with another article's lead, a tenth of the
/// characters rewritten) looked for among all its articles through an inverted index, as a search
/// index would.
final class ReprintBench {

  /// What a pair must share to be called a reprint, as the module's README tells index-service.
  static final double CONTAINMENT = 0.3;

  static final int SHARED = 6;

  private static final int SHORTEST = 200;
  private static final long SEED = 11;

  private final ReprintSigner signer = new ReprintSigner();
  private final List<Signature> signatures = new ArrayList<>();
  private final Map<String, List<Integer>> postings = new HashMap<>();

  Score run(List<Article> corpus) {
    List<String> texts =
        corpus.stream().map(Article::text).filter(t -> t.length() >= SHORTEST).toList();
    texts.forEach(this::index);
    Random random = new Random(SEED);
    Score score = new Score();
    for (int i = 0; i < texts.size(); i += 7) {
      String other = texts.get((i + texts.size() / 2) % texts.size());
      String reprint =
          switch (i % 3) {
            case 0 -> texts.get(i).substring(0, texts.get(i).length() / 2);
            case 1 -> other.substring(0, Math.min(60, other.length())) + texts.get(i);
            default -> edited(texts.get(i), random);
          };
      List<Integer> found = candidates(reprint);
      score.add(1, found.size(), found.contains(i) ? 1 : 0);
    }
    return score;
  }

  private void index(String text) {
    Signature signature = signer.sign(text);
    int number = signatures.size();
    signatures.add(signature == null ? new Signature(ReprintSigner.SCHEME, List.of()) : signature);
    for (String fingerprint : signatures.getLast().fingerprints()) {
      postings.computeIfAbsent(fingerprint, _ -> new ArrayList<>()).add(number);
    }
  }

  private List<Integer> candidates(String text) {
    Signature signature = signer.sign(text);
    if (signature == null) {
      return List.of();
    }
    Map<Integer, Integer> shared = new HashMap<>();
    for (String fingerprint : signature.fingerprints()) {
      postings.getOrDefault(fingerprint, List.of()).forEach(n -> shared.merge(n, 1, Integer::sum));
    }
    List<Integer> found = new ArrayList<>();
    shared.forEach((number, count) -> {
      int smaller =
          Math.min(signature.fingerprints().size(), signatures.get(number).fingerprints().size());
      if (count >= SHARED && count >= CONTAINMENT * smaller) {
        found.add(number);
      }
    });
    return found;
  }

  /// Ten characters in each hundred are others.
  private static String edited(String text, Random random) {
    StringBuilder edited = new StringBuilder(text);
    for (int i = 0; i + 10 < edited.length(); i += 100) {
      for (int k = 0; k < 10; k++) {
        edited.setCharAt(i + k, (char) ('一' + random.nextInt(3000)));
      }
    }
    return edited.toString();
  }
}
