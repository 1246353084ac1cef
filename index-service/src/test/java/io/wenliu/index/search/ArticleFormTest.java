package io.wenliu.index.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleFormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*|application/json",
        "text/html,application/xhtml+xml,*/*;q=0.8|application/json",
        "application/json|application/json",
        "application/ld+json|application/ld+json",
        "application/vnd.iptc.ninjs+json|application/vnd.iptc.ninjs+json",
        "text/plain|text/plain;charset=UTF-8",
        "text/*|text/plain;charset=UTF-8",
        "application/json;q=0.1, text/plain;q=0.5|text/plain;charset=UTF-8",
        "*/*, application/json;q=0|application/ld+json"
      })
  void theReadersPreferenceDecides(String accept, String form) {
    assertThat(ArticleController.form(accept)).map(Object::toString).hasValue(form);
  }

  @Test
  void whatIsNotOfferedIsRefused() {
    assertThat(ArticleController.form("image/png")).isEmpty();
    assertThat(ArticleController.form("nonsense")).isEmpty();
    assertThat(ArticleController.form("*/*;q=0")).isEmpty();
  }
}
