package io.wenliu.text;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.corpus.io.IIOAdapter;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionaryTransformMatrixDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.dictionary.TransformMatrix;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Lets HanLP read its own jar and nothing else.
///
/// HanLP keeps its settings in static fields, looks for its data in the working directory and saves
/// caches beside what it reads. A server must do none of that, so every class here that uses HanLP
/// calls [#confine()] first.
final class HanLpResources implements IIOAdapter {

  /// Of the jar and the dictionaries in it.
  static final String VERSION = "hanlp-1.8.6";

  private HanLpResources() {}

  private static final class Confinement {
    static {
      HanLP.Config.IOAdapter = new HanLpResources();
      HanLP.Config.Normalization = false;
      settleTags();
    }

    /// HanLP learns tags while it loads its dictionaries, and when the matrix of tags was there
    /// before, it copies that whole matrix for every sentence. All dictionaries first, then one
    /// last copy.
    private static void settleTags() {
      CoreDictionary.getWordID("");
      CustomDictionary.DEFAULT.contains("");
      TransformMatrix matrix = CoreDictionaryTransformMatrixDictionary.transformMatrixDictionary;
      int tags = Nature.values().length;
      if (matrix.states.length != tags) {
        matrix.extend(tags);
        matrix.states = new int[tags];
        Arrays.setAll(matrix.states, tag -> tag);
      }
    }

    private static void done() {}
  }

  /// Takes effect once in a JVM, whichever thread calls first.
  static void confine() {
    Confinement.done();
  }

  @Override
  public InputStream open(String path) throws IOException {
    InputStream resource = HanLP.class.getResourceAsStream("/" + path);
    if (resource == null) {
      throw new FileNotFoundException("no HanLP resource: " + path);
    }
    return resource;
  }

  @Override
  public OutputStream create(String path) throws IOException {
    throw new IOException("HanLP may not write: " + path);
  }

  /// @throws UncheckedIOException if the jar has no such file
  static List<String> lines(String path) {
    confine();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(HanLP.Config.IOAdapter.open(path), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
