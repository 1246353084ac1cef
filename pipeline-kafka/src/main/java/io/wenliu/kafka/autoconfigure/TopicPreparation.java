package io.wenliu.kafka.autoconfigure;

import io.wenliu.kafka.stage.TransientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes topics that are missing, and looks whether those that are there have the settings that
/// correctness hangs on. Nothing is changed about these: more partitions would part the keys of
/// compacted topics from their tombstones, and what they are set to somebody may have meant.
final class TopicPreparation implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(TopicPreparation.class);

  /// By the one the broker's time decides, by the other nothing goes that is still needed, and what
  /// is withdrawn does.
  private static final List<String> CHECKED =
      List.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, TopicConfig.CLEANUP_POLICY_CONFIG);

  private final Map<String, Object> settings;
  private final Duration timeout;
  private final List<NewTopic> topics;
  private final boolean create;

  /// @param settings of the client
  /// @param timeout of each question to the brokers
  /// @param create whether topics that are missing are made
  TopicPreparation(
      Map<String, Object> settings, Duration timeout, List<NewTopic> topics, boolean create) {
    this.settings = Map.copyOf(settings);
    this.timeout = timeout;
    this.topics = List.copyOf(topics);
    this.create = create;
  }

  /// @throws TransientException if the brokers do not answer in time
  /// @throws IllegalStateException if they refuse, or a topic has settings that cannot be worked
  ///   with; the message says what to run
  @Override
  public void run() {
    Admin admin = Admin.create(settings);
    try {
      Set<String> there = answer(admin.listTopics().names());
      if (create) {
        create(admin, topics.stream().filter(topic -> !there.contains(topic.name())).toList());
      }
      check(admin, topics.stream().filter(topic -> there.contains(topic.name())).toList());
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topics cannot be prepared: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new TransientException("Kafka does not tell its topics", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException("interrupted while topics were prepared", e);
    } finally {
      admin.close(timeout);
    }
  }

  private void create(Admin admin, List<NewTopic> missing)
      throws ExecutionException, TimeoutException, InterruptedException {
    for (KafkaFuture<Void> made : admin.createTopics(missing).values().values()) {
      try {
        answer(made);
      } catch (ExecutionException e) {
        // Another service was faster.
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  private void check(Admin admin, List<NewTopic> there)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<ConfigResource, KafkaFuture<Config>> answers =
        admin.describeConfigs(there.stream().map(TopicPreparation::resource).toList()).values();
    List<String> wrong = new ArrayList<>();
    for (NewTopic topic : there) {
      KafkaFuture<Config> config = answers.get(resource(topic));
      if (config == null) {
        continue;
      }
      try {
        wrong.addAll(wrong(topic, answer(config)));
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case AuthorizationException _ ->
              log.warn("whether {} has the right settings may not be asked", topic.name());
          // Gone in between.
          case UnknownTopicOrPartitionException _ -> {}
          case null, default -> throw e;
        }
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(String.join("; ", wrong));
    }
  }

  private static List<String> wrong(NewTopic topic, Config config) {
    List<String> wrong = new ArrayList<>();
    for (String name : CHECKED) {
      @Nullable String needed = topic.configs().get(name);
      @Nullable ConfigEntry entry = config.get(name);
      if (needed != null && entry != null && !words(needed).equals(words(entry.value()))) {
        wrong.add(
            "%s has %s=%s and needs %s, run: kafka-configs --bootstrap-server HOST:PORT --alter --entity-type topics --entity-name %s --add-config %s=[%s]"
                .formatted(topic.name(), name, entry.value(), needed, topic.name(), name, needed));
      }
    }
    return wrong;
  }

  private static Set<String> words(@Nullable String list) {
    return list == null ? Set.of() : Set.of(list.split("\\s*,\\s*"));
  }

  private static ConfigResource resource(NewTopic topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
  }

  private <T> T answer(KafkaFuture<T> future)
      throws ExecutionException, TimeoutException, InterruptedException {
    return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }
}
