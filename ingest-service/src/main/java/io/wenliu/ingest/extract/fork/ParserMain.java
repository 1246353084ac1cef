package io.wenliu.ingest.extract.fork;

import io.wenliu.ingest.extract.AcceptedTypes;
import io.wenliu.ingest.extract.ExtractedText;
import io.wenliu.ingest.extract.TextExtractor;
import io.wenliu.ingest.extract.TikaTextExtractor;
import io.wenliu.ingest.extract.UnextractableException;
import io.wenliu.ingest.extract.UnsupportedTypeException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/// The child: reads one file after another from standard input until that ends. It ends with its
/// parent, since the parent's death closes that input.
public final class ParserMain {

  private ParserMain() {}

  /// @param args most characters of text, then the accepted types
  public static void main(String[] args) throws IOException {
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    // A library that prints must not garble the answers.
    System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true));
    List<String> types = List.of(args).subList(1, args.length);
    TextExtractor extractor =
        new TikaTextExtractor(new AcceptedTypes(types), Integer.parseInt(args[0]));
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
      while (true) {
        answer(extractor, Wire.readRequest(in), out);
      }
    } catch (EOFException e) {
      // The parent needs no more.
    }
  }

  private static void answer(TextExtractor extractor, Wire.Request request, DataOutputStream out)
      throws IOException {
    try {
      ExtractedText text =
          extractor.extract(request.content(), request.name(), request.contentType());
      Wire.write(out, text);
    } catch (UnsupportedTypeException e) {
      Wire.writeUnsupported(out, e.type());
    } catch (UnextractableException e) {
      Wire.writeRefusal(out, e.reason());
    } catch (StackOverflowError e) {
      Wire.writeRefusal(out, "文件嵌套过深");
    }
  }
}
