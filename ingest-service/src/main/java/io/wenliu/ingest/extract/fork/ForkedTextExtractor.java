package io.wenliu.ingest.extract.fork;

import io.wenliu.ingest.extract.AcceptedTypes;
import io.wenliu.ingest.extract.ExtractedText;
import io.wenliu.ingest.extract.ExtractionLimits;
import io.wenliu.ingest.extract.TextExtractor;
import io.wenliu.ingest.extract.TikaTextExtractor;
import io.wenliu.ingest.extract.UnextractableException;
import io.wenliu.kafka.stage.TransientException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gets text out of files in child processes with bounded time and memory. Plain text never leaves
/// this process: to decode it is no risk and costs less than to send it. Thread-safe.
///
/// Children are started when there is need. One that is slow, dies or runs out of memory is
/// replaced, and its file fails: it is never tried on another, which it would take down as well.
public final class ForkedTextExtractor implements TextExtractor, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ForkedTextExtractor.class);

  /// A file waits for a child no longer, so that its own time is not used up by waiting.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ExtractionLimits limits;
  private final AcceptedTypes types;
  private final TextExtractor here;
  private final Semaphore slots;
  private final Deque<ParserProcess> idle = new ArrayDeque<>();
  private boolean closed;

  public ForkedTextExtractor(ExtractionLimits limits) {
    this.limits = limits;
    this.types = new AcceptedTypes(limits.acceptedTypes());
    this.here = new TikaTextExtractor(types, limits.maxCharacters());
    this.slots = new Semaphore(limits.processes(), true);
  }

  /// @throws TransientException if all children stay at work, or none can be started now
  @Override
  public ExtractedText extract(
      byte[] content, @Nullable String name, @Nullable String contentType) {
    if (content.length == 0 || types.isPlainText(content, name, contentType)) {
      return here.extract(content, name, contentType);
    }
    types.refuseAtFirstSight(content, name, contentType);
    try {
      if (!slots.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TransientException("all parsers are at work", null);
      }
      try {
        return ask(new Wire.Request(name, contentType, content));
      } finally {
        slots.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException("interrupted while a parser was at work", e);
    }
  }

  private ExtractedText ask(Wire.Request request) throws InterruptedException {
    ParserProcess parser = take();
    boolean usable = false;
    try {
      Wire.Answer answer = parser.ask(request);
      usable = !parser.isWorn();
      return switch (answer) {
        case Wire.Answer.Text text -> text.text();
        case Wire.Answer.Refused refused -> throw new UnextractableException(refused.reason());
        case Wire.Answer.Unsupported unsupported -> throw types.refusal(unsupported.type());
      };
    } catch (TimeoutException e) {
      throw new UnextractableException("解析超过 " + limits.timeLimit().toSeconds() + " 秒", e);
    } catch (IOException e) {
      log.warn("{}, {}", e.getMessage(), parser.exit());
      throw new UnextractableException("解析时内存不足或解析程序崩溃", e);
    } finally {
      if (usable) {
        giveBack(parser);
      } else {
        parser.close();
      }
    }
  }

  private synchronized ParserProcess take() {
    if (closed) {
      throw new TransientException("the parsers are stopped", null);
    }
    ParserProcess known = idle.poll();
    if (known != null) {
      return known;
    }
    try {
      return ParserProcess.start(limits);
    } catch (IOException e) {
      throw new TransientException("no parser can be started", e);
    }
  }

  private synchronized void giveBack(ParserProcess parser) {
    if (closed) {
      parser.close();
    } else {
      idle.push(parser);
    }
  }

  /// Ends the children that are idle now and the others when they are done.
  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(ParserProcess::close);
    idle.clear();
  }
}
