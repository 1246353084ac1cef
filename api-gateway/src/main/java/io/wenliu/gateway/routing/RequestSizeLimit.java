package io.wenliu.gateway.routing;

import io.wenliu.gateway.problems.Problem;
import io.wenliu.gateway.problems.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Holds request bodies to `wenliu.gateway.max-request-size` where documents are submitted, else to
/// `wenliu.gateway.max-form-size`: by the stated length before a byte is read, by counting where
/// none is stated.
@Component
class RequestSizeLimit extends OncePerRequestFilter {

  private static final Set<String> UPLOADS =
      ApiRoutes.OPERATIONS.stream()
          .filter(operation -> operation.transfer() == Transfer.UPLOAD)
          .map(PublicOperation::path)
          .collect(Collectors.toUnmodifiableSet());

  private final GatewaySettings settings;
  private final ProblemWriter problems;

  RequestSizeLimit(GatewaySettings settings, ProblemWriter problems) {
    this.settings = settings;
    this.problems = problems;
  }

  /// `100 MB`; whole kilobytes or bytes where it is less than a megabyte.
  static String inWords(DataSize size) {
    if (size.toMegabytes() > 0) {
      return size.toMegabytes() + " MB";
    }
    return size.toKilobytes() > 0 ? size.toKilobytes() + " KB" : size.toBytes() + " B";
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    DataSize limit =
        UPLOADS.contains(request.getRequestURI())
            ? settings.maxRequestSize()
            : settings.maxFormSize();
    if (request.getContentLengthLong() > limit.toBytes()) {
      problems.write(request, response, Problem.TOO_LARGE, inWords(limit));
    } else if (request.getContentLengthLong() < 0) {
      chain.doFilter(new CountedRequest(request, limit), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static final class CountedRequest extends HttpServletRequestWrapper {

    private final DataSize limit;

    CountedRequest(HttpServletRequest request, DataSize limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CountedStream(super.getInputStream(), limit);
    }
  }

  private static final class CountedStream extends ServletInputStream {

    private final ServletInputStream stream;
    private final DataSize limit;
    private long count;

    CountedStream(ServletInputStream stream, DataSize limit) {
      this.stream = stream;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int value = stream.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = stream.read(buffer, offset, length);
      count(read);
      return read;
    }

    private void count(int read) throws RequestTooLargeException {
      count += Math.max(read, 0);
      if (count > limit.toBytes()) {
        throw new RequestTooLargeException(limit);
      }
    }

    @Override
    public boolean isFinished() {
      return stream.isFinished();
    }

    @Override
    public boolean isReady() {
      return stream.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      stream.setReadListener(listener);
    }
  }
}
