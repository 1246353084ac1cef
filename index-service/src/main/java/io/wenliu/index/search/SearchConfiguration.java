package io.wenliu.index.search;

import io.wenliu.index.elasticsearch.LexiconCoverage;
import io.wenliu.text.Segmenter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What searches need.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchSettings.class)
class SearchConfiguration {

  @Bean
  Segmenter segmenter() {
    return Segmenter.standard();
  }

  @Bean
  KeptWords keptWords(LexiconCoverage coverage) {
    return coverage::keeps;
  }
}
