package io.wenliu.index.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.wenliu.index.web.ApiProblem;
import java.util.List;
import org.springframework.http.HttpStatus;

/// Tells whose fault it is that a page could not be read.
public final class SearchTrouble {

  private SearchTrouble() {}

  /// The exception to throw. What Elasticsearch refuses as wrong (400) is our fault, unless there
  /// are values of a cursor, which came from outside and may have been changed there.
  ///
  /// @param what could not be done
  /// @param after the cursor's values, empty on a first page
  public static RuntimeException of(String what, Exception trouble, List<String> after) {
    boolean refused =
        trouble instanceof ElasticsearchException e && e.status() == HttpStatus.BAD_REQUEST.value();
    return refused && !after.isEmpty()
        ? (ApiProblem) new ApiProblem(HttpStatus.BAD_REQUEST, "cursor-invalid").initCause(trouble)
        : new ElasticsearchUnavailableException(what, trouble);
  }
}
