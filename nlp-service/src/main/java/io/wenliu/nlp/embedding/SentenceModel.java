package io.wenliu.nlp.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.Embedding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// The sentence model bge-small-zh-v1.5 (MIT licence), quantised to 8 bits, on ONNX Runtime: text
/// in, a vector of unit length out.
///
/// Each call computes on the caller's thread alone; callers may be several. A process that exits
/// while a call runs tears the native code down under it and dies of a segmentation fault: close
/// the model first, or load it with [#loadUntilExit()].
public final class SentenceModel implements AutoCloseable {

  /// Names the vectors: those of another model do not compare.
  public static final String ID = "bge-small-zh-v1.5-q8";

  /// Of each vector.
  public static final int DIMENSIONS = 512;

  /// Pieces of a text that are read: a headline and about 230 characters. Time grows with them.
  private static final int MOST_PIECES = 256;

  private static final String MODEL = "/bge-small-zh-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-zh-v1.5-q-tokenizer.json";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieceTokenizer tokenizer;

  /// Held for reading by every call, for writing by the one that closes.
  private final ReadWriteLock calls = new ReentrantReadWriteLock();

  private boolean closed;

  private SentenceModel(
      OrtEnvironment environment, OrtSession session, WordPieceTokenizer tokenizer) {
    this.environment = environment;
    this.session = session;
    this.tokenizer = tokenizer;
  }

  /// Reads the model from the class path; takes about half a second.
  ///
  /// @throws IllegalStateException if ONNX Runtime does not accept it
  public static SentenceModel load() {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // Two callers of one thread each do half as much again as one caller of two threads.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // An arena keeps the largest batch's memory for ever.
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      OrtSession session = environment.createSession(resource(MODEL), options);
      return new SentenceModel(environment, session, new WordPieceTokenizer(vocabulary()));
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot load the sentence model", e);
    }
  }

  /// The same for a program that may be ended at any moment: once it is, running calls are waited
  /// for and no other begins.
  public static SentenceModel loadUntilExit() {
    SentenceModel model = load();
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("close-model").unstarted(model::close));
    return model;
  }

  /// How many pieces of the vocabulary a text has, the two at the ends counted; at most 256. Texts
  /// of similar length make a batch without waste.
  public int pieces(String text) {
    return tokenizer.tokenize(text, MOST_PIECES).length;
  }

  /// The vector of one text.
  public Embedding embed(String text) {
    return embed(List.of(text)).getFirst();
  }

  /// The vectors of a batch, in its order; the shorter are padded to the longest.
  ///
  /// @param texts at least one
  /// @throws IllegalStateException if ONNX Runtime fails or the model is closed
  public List<Embedding> embed(List<String> texts) {
    long[][] pieces =
        texts.stream().map(t -> tokenizer.tokenize(t, MOST_PIECES)).toArray(long[][]::new);
    return states(pieces).stream().map(Embedding::of).toList();
  }

  /// The same for texts that are pieces already.
  List<float[]> states(long[][] pieces) {
    calls.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the sentence model is closed");
      }
      return computed(pieces);
    } finally {
      calls.readLock().unlock();
    }
  }

  private List<float[]> computed(long[][] pieces) {
    int width = Arrays.stream(pieces).mapToInt(p -> p.length).max().orElseThrow();
    long[] shape = {pieces.length, width};
    LongBuffer ids = LongBuffer.allocate(pieces.length * width);
    LongBuffer mask = LongBuffer.allocate(pieces.length * width);
    for (int row = 0; row < pieces.length; row++) {
      ids.put(row * width, pieces[row]);
      for (int column = 0; column < pieces[row].length; column++) {
        mask.put(row * width + column, 1);
      }
    }
    LongBuffer types = LongBuffer.allocate(pieces.length * width);
    try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids, shape);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask, shape);
        OnnxTensor typeTensor = OnnxTensor.createTensor(environment, types, shape);
        OrtSession.Result result =
            session.run(
                Map.of(
                    "input_ids", idTensor,
                    "attention_mask", maskTensor,
                    "token_type_ids", typeTensor))) {
      FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
      return IntStream.range(0, pieces.length)
          .mapToObj(row -> firstState(states, row * width))
          .toList();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot embed", e);
    }
  }

  /// How many pieces the model knows.
  int vocabularySize() {
    return tokenizer.size();
  }

  /// A text of one piece.
  long[] alone(int piece) {
    return tokenizer.between(piece);
  }

  /// The pieces of a text without the two at its ends.
  long[] inner(String text) {
    long[] pieces = tokenizer.tokenize(text, MOST_PIECES);
    return Arrays.copyOfRange(pieces, 1, pieces.length - 1);
  }

  /// The state of `[CLS]`, as the model was trained to be read, scaled to length 1.
  private static float[] firstState(FloatBuffer states, int position) {
    float[] values = new float[DIMENSIONS];
    states.get(position * DIMENSIONS, values);
    double square = 0;
    for (float value : values) {
      square += value * value;
    }
    float scale = (float) (1 / Math.max(1e-12, Math.sqrt(square)));
    for (int i = 0; i < values.length; i++) {
      values[i] *= scale;
    }
    return values;
  }

  private static Map<String, Integer> vocabulary() {
    JsonNode tokenizer = ContractJson.mapper().readTree(resource(TOKENIZER));
    Map<String, Integer> vocabulary = new HashMap<>();
    for (Map.Entry<String, JsonNode> piece : tokenizer.path("model").path("vocab").properties()) {
      vocabulary.put(piece.getKey(), piece.getValue().asInt());
    }
    return vocabulary;
  }

  private static byte[] resource(String name) {
    try (InputStream in = SentenceModel.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits for running calls; may be called again.
  @Override
  public void close() {
    calls.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot close its session", e);
    } finally {
      calls.writeLock().unlock();
    }
  }
}
