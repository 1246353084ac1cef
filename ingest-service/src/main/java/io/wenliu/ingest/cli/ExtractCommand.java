package io.wenliu.ingest.cli;

import io.wenliu.ingest.extract.ExtractionLimits;
import io.wenliu.ingest.extract.fork.ForkedTextExtractor;
import io.wenliu.ingest.page.LineDecision;
import io.wenliu.ingest.page.PageArticle;
import io.wenliu.ingest.page.PageReconstructor;
import io.wenliu.ingest.page.PageText;
import io.wenliu.ingest.page.ReconstructedPage;
import io.wenliu.kafka.stage.TransientException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// `./wenliu extract [--explain] FILE…`: the articles of page files, one JSON object a line.
///
/// The files count as one submission, so that its pages may help each other. `--explain` shows for
/// every line its article, its role and the reason instead.
public final class ExtractCommand {
  private static final String USAGE = "用法：wenliu extract [--explain] 文件…";

  private final PageSource source;
  private final PageReconstructor reconstructor;
  private final ObjectWriter json = JsonMapper.builder().build().writerFor(ExtractedArticle.class);

  public ExtractCommand(PageSource source, PageReconstructor reconstructor) {
    this.source = source;
    this.reconstructor = reconstructor;
  }

  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int status;
    try (ForkedTextExtractor extractor = new ForkedTextExtractor(ExtractionLimits.DEFAULTS)) {
      status =
          new ExtractCommand(new ExtractedPages(extractor), new PageReconstructor())
              .run(args, out, err);
    }
    out.flush();
    System.exit(status);
  }

  /// Extracts the files named by the arguments.
  ///
  /// @return 0; 1 if a file failed (the others are still done); 2 if the arguments make no sense
  public int run(String[] args, PrintStream out, PrintStream err) {
    boolean explain = false;
    List<String> files = new ArrayList<>();
    for (String arg : args) {
      if (arg.equals("--explain")) {
        explain = true;
      } else if (arg.startsWith("--")) {
        err.println("未知选项 " + arg + "；" + USAGE);
        return 2;
      } else {
        files.add(arg);
      }
    }
    if (files.isEmpty()) {
      err.println(USAGE);
      return 2;
    }
    List<PageText> pages = new ArrayList<>();
    int status = 0;
    for (String file : files) {
      try {
        for (String text : source.read(Path.of(file))) {
          pages.add(new PageText(file, text));
        }
      } catch (IOException | InvalidPathException | TransientException e) {
        err.println(file + "：无法读取（" + e.getClass().getSimpleName() + "：" + oneLine(e) + "）");
        status = 1;
      }
    }
    for (ReconstructedPage page : reconstructor.reconstruct(pages)) {
      if (explain) {
        explain(page, out);
      } else {
        for (PageArticle article : page.articles()) {
          out.println(json.writeValueAsString(ExtractedArticle.of(page.name(), article)));
        }
      }
    }
    return status;
  }

  private static void explain(ReconstructedPage page, PrintStream out) {
    out.println("# " + page.name());
    for (int i = 0; i < page.articles().size(); i++) {
      out.printf("## 文章%d　%s%n", i + 1, page.articles().get(i).title());
    }
    for (LineDecision line : page.decisions()) {
      String article = line.article() == null ? "—" : "文章" + (line.article() + 1);
      out.printf(
          "%d\t%s\t%s\t%s\t%s%n",
          line.line(), article, line.role().label(), line.text(), line.reason());
    }
  }

  private static String oneLine(Exception e) {
    String message = e.getMessage();
    return message == null ? "" : message.replaceAll("\\s+", " ");
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
