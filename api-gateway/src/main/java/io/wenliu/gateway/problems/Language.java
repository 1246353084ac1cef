package io.wenliu.gateway.problems;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/// The languages this system answers in.
enum Language {
  CHINESE,
  ENGLISH;

  /// The first of the two that `Accept-Language` names, by preference; Chinese where it names
  /// neither.
  static Language of(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return CHINESE;
    }
    for (Locale locale : Collections.list(request.getLocales())) {
      if (locale.getLanguage().equals("zh")) {
        return CHINESE;
      }
      if (locale.getLanguage().equals("en")) {
        return ENGLISH;
      }
    }
    return CHINESE;
  }
}
