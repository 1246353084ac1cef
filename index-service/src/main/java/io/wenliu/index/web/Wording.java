package io.wenliu.index.web;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/// What readers are told, in Chinese unless they prefer English.
@Component
public class Wording {

  private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

  Wording() {
    messages.setBasename("problems");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
  }

  /// @param arguments for the wording's placeholders
  public String in(Locale locale, String code, Object... arguments) {
    Locale language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT;
    return messages.getMessage(code, arguments, language);
  }
}
