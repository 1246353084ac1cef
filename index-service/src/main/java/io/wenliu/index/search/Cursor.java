package io.wenliu.index.search;

import io.wenliu.contract.ContractJson;
import io.wenliu.index.web.ApiProblem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;

/// Where the next page begins. It holds no resource of the cluster, so it never runs out.
///
/// @param search hash of the search it belongs to
/// @param offset hits shown before
/// @param until articles indexed later, in milliseconds since 1970, are left out, so that pages do
///   not overlap while the news come in; 0 on the first page
/// @param after sort values of the last hit where the order is by date; empty otherwise
public record Cursor(int search, int offset, long until, List<String> after) {

  /// Above what `wenliu.index.search.max-depth` can be.
  private static final int DEEPEST = 20_000;

  public Cursor {
    after = List.copyOf(after);
  }

  static Cursor start(int search) {
    return new Cursor(search, 0, 0, List.of());
  }

  /// @throws ApiProblem if it is none of ours, or of another search
  public static Cursor parse(@Nullable String text, int search) {
    if (text == null || text.isEmpty()) {
      return start(search);
    }
    try {
      byte[] json = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
      Cursor cursor = ContractJson.mapper().readValue(json, Cursor.class);
      if (cursor.search == search
          && cursor.offset >= 0
          && cursor.offset <= DEEPEST
          && cursor.after.size() <= 3) {
        return cursor;
      }
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw (ApiProblem) new ApiProblem(HttpStatus.BAD_REQUEST, "cursor-invalid").initCause(e);
    }
    throw new ApiProblem(HttpStatus.BAD_REQUEST, "cursor-invalid");
  }

  @Override
  public String toString() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ContractJson.mapper().writeValueAsBytes(this));
  }
}
