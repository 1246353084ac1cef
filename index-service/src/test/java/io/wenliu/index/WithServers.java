package io.wenliu.index;

import io.wenliu.testkit.NeedsElasticsearch;
import io.wenliu.testkit.NeedsKafka;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// The service runs on real servers, with indices of its own; all such classes share it. Searches
/// go by words unless [NlpStandIn] is told to answer.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NeedsKafka
@NeedsElasticsearch
@ExtendWith(NlpStandIn.class)
@Import(Newsroom.class)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "wenliu.elasticsearch.index-prefix=it${random.int(1000000)}-",
      "wenliu.index.search.first-searches=0",
      "wenliu.index.search.nlp-uri=${test.nlp.uri}",
      "wenliu.index.webhooks.allow-private=true",
      "wenliu.index.webhooks.first-retry=1s"
    })
@interface WithServers {}
