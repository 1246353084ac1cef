package io.wenliu.index.live;

import io.wenliu.index.stream.EventFeed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The feed of what has just become searchable.
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

  @Bean
  EventFeed<LiveEntry> liveFeed() {
    return new EventFeed<>();
  }
}
