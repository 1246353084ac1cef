package io.wenliu.kafka.stage;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.wenliu.contract.Lane;
import io.wenliu.contract.Stage;
import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.event.EventWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.Metric;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.CommonContainerStoppingErrorHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/// Runs the stages that a service declares: starts their consumers once the topics are there,
/// starts one that has fallen over anew, and stops them by finishing what is in flight.
public final class StageContainers implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(StageContainers.class);
  private static final Duration WATCH_INTERVAL = Duration.ofSeconds(1);

  private final List<StageDefinition> definitions;
  private final StageSettings defaults;
  private final StageClients clients;
  private final EventWriter writer;
  private final ClaimStore claims;
  private final MeterRegistry meters;
  private final Runnable prepareTopics;
  private final Duration shutdownTimeout;
  private final Clock clock;
  private final List<Running> containers = new ArrayList<>();
  private final List<DefaultKafkaProducerFactory<byte[], byte[]>> producerFactories =
      new ArrayList<>();
  private final AtomicReference<@Nullable Thread> watch = new AtomicReference<>();
  private final Map<Stage, AtomicInteger> working = new ConcurrentHashMap<>();
  private volatile boolean started;

  private record Running(
      StageDefinition stage,
      AbstractMessageListenerContainer<byte[], byte[]> container,
      BatchRunner runner) {}

  /// @param prepareTopics sees to it that the topics are there as they have to be; throws while
  ///   they are not, or Kafka is away, then it is called again
  /// @param shutdownTimeout how long a stop waits for what is in flight
  public StageContainers(
      List<StageDefinition> definitions,
      StageSettings defaults,
      StageClients clients,
      EventWriter writer,
      ClaimStore claims,
      MeterRegistry meters,
      Runnable prepareTopics,
      Duration shutdownTimeout,
      Clock clock) {
    this.definitions = List.copyOf(definitions);
    this.defaults = defaults;
    this.clients = clients;
    this.writer = writer;
    this.claims = claims;
    this.meters = meters;
    this.prepareTopics = prepareTopics;
    this.shutdownTimeout = shutdownTimeout;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    if (watch.get() != null) {
      return;
    }
    definitions.forEach(this::build);
    Thread thread = Thread.ofVirtual().name("stage-watch").unstarted(this::watch);
    watch.set(thread);
    thread.start();
  }

  /// Whether the topics are there and every stage consumes; a stage that waits for trouble to pass
  /// does.
  public boolean allConsuming() {
    return started && containers.stream().allMatch(running -> running.container().isRunning());
  }

  private void watch() {
    boolean prepared = false;
    String said = "";
    while (Thread.currentThread().equals(watch.get())) {
      try {
        if (!prepared) {
          prepareTopics.run();
          prepared = true;
        }
        startWhatIsDown();
        started = true;
        Thread.sleep(WATCH_INTERVAL);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (!said.equals(e.toString())) {
          said = e.toString();
          log.warn("the stages are not running yet: {}", said);
        }
        try {
          Thread.sleep(WATCH_INTERVAL);
        } catch (InterruptedException interrupted) {
          return;
        }
      }
    }
  }

  /// A consumer stops by itself when its producer was fenced or an Error was thrown; its records
  /// are not committed, so starting it anew loses nothing.
  private synchronized void startWhatIsDown() {
    if (watch.get() == null) {
      return;
    }
    for (Running running : containers) {
      if (!running.container().isRunning()) {
        if (started) {
          log.warn("consumer {} had stopped and is started anew", running.stage().group());
        }
        running.container().start();
      }
    }
  }

  private void build(StageDefinition definition) {
    StageSettings settings = definition.settings().apply(defaults);
    StageMetrics metrics = new StageMetrics(meters, definition.stage(), definition.lane(), clock);
    DeadLetters deadLetters = new DeadLetters(definition.stage(), writer, clock);
    DefaultKafkaProducerFactory<byte[], byte[]> producers =
        clients.transactionalProducers(definition.group());
    producerFactories.add(producers);
    for (int i = 0; i < settings.consumers(); i++) {
      BatchRunner runner =
          switch (definition.work()) {
            case StageDefinition.Work.PerRecord work ->
                new ParallelRecords(
                    definition.stage(), work.processor(), settings, writer, deadLetters, metrics);
            case StageDefinition.Work.PerBatch work ->
                new WholeBatch(work.processor(), settings, writer, deadLetters, metrics);
          };
      containers.add(
          new Running(
              definition,
              container(definition, settings, producers, runner, deadLetters, metrics, i),
              runner));
    }
    Gauge.builder("wenliu.stage.lag", this, stages -> stages.lag(definition))
        .description("Records on its topics that the stage has yet to read")
        .tag("stage", definition.stage().id())
        .tag("lane", definition.lane().id())
        .register(meters);
  }

  private AbstractMessageListenerContainer<byte[], byte[]> container(
      StageDefinition definition,
      StageSettings settings,
      ProducerFactory<byte[], byte[]> producers,
      BatchRunner runner,
      DeadLetters deadLetters,
      StageMetrics metrics,
      int number) {
    ContainerProperties properties =
        new ContainerProperties(definition.topics().toArray(String[]::new));
    properties.setGroupId(definition.group());
    properties.setAckMode(ContainerProperties.AckMode.MANUAL);
    properties.setShutdownTimeout(shutdownTimeout.toMillis());
    KafkaMessageListenerContainer<byte[], byte[]> container =
        new KafkaMessageListenerContainer<>(
            clients.consumers(definition.group(), settings.batchSize()), properties);
    container.setBeanName(definition.group() + "-" + number);
    container.setCommonErrorHandler(new CommonContainerStoppingErrorHandler());
    container.setupMessageListener(
        new StageListener(
            runner,
            deadLetters,
            new KafkaTemplate<>(producers),
            claims,
            settings,
            metrics,
            rightOfWay(definition),
            () -> !container.isRunning()));
    return container;
  }

  /// News go first: the backfill lane of a stage rests while its live lane has work.
  private RightOfWay rightOfWay(StageDefinition definition) {
    return switch (definition.lane()) {
      case LIVE ->
          RightOfWay.taking(working.computeIfAbsent(definition.stage(), _ -> new AtomicInteger()));
      case BACKFILL -> RightOfWay.giving(() -> isLiveBusy(definition.stage()));
    };
  }

  private boolean isLiveBusy(Stage stage) {
    AtomicInteger atWork = working.get(stage);
    if (atWork != null && atWork.get() > 0) {
      return true;
    }
    return definitions.stream()
        .filter(other -> other.stage() == stage && other.lane() == Lane.LIVE)
        .anyMatch(live -> lag(live) > 0);
  }

  private double lag(StageDefinition definition) {
    double lag = 0;
    for (Running running : containers) {
      if (running.stage().equals(definition)) {
        for (var metrics : running.container().metrics().values()) {
          for (Metric metric : metrics.values()) {
            if (metric.metricName().name().equals("records-lag")
                && metric.metricValue() instanceof Double records
                && !records.isNaN()) {
              lag += records;
            }
          }
        }
      }
    }
    return lag;
  }

  @Override
  public void stop(Runnable callback) {
    // The consumers stop side by side, each after the records that it is at.
    Thread.ofVirtual()
        .name("stage-stop")
        .start(() -> {
          try {
            stop();
          } finally {
            callback.run();
          }
        });
  }

  @Override
  public void stop() {
    List<Thread> stops;
    // Not while the watch is starting one: it would run on.
    synchronized (this) {
      Thread watching = watch.getAndSet(null);
      if (watching == null) {
        return;
      }
      watching.interrupt();
      stops =
          containers.stream()
              .map(running -> Thread.ofVirtual().unstarted(() -> running.container().stop()))
              .toList();
    }
    stops.forEach(Thread::start);
    for (Thread stop : stops) {
      try {
        stop.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    synchronized (this) {
      containers.forEach(running -> running.runner().close());
      containers.clear();
      producerFactories.forEach(DefaultKafkaProducerFactory::destroy);
      producerFactories.clear();
      started = false;
    }
  }

  @Override
  public boolean isRunning() {
    return watch.get() != null;
  }
}
