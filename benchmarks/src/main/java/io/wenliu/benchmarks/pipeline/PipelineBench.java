package io.wenliu.benchmarks.pipeline;

import io.wenliu.localstack.Checkout;
import io.wenliu.localstack.Folders;
import io.wenliu.localstack.LocalPipeline;
import io.wenliu.localstack.PipelineSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Pushes a corpus through the whole pipeline, words only, and beside it measures what each of its
/// parts does alone on the same machine with the same articles.
public final class PipelineBench {

  private static final int ELASTICSEARCH_HEAP_MEBIBYTES = 1024;
  private static final String SOURCE = "bench";
  private static final String WARM_UP_SOURCE = "bench-warm-up";

  private PipelineBench() {}

  /// @throws IllegalArgumentException with a sentence for the caller if the arguments are wrong
  public static void run(List<String> arguments) throws Exception {
    BenchOptions options = BenchOptions.parse(arguments);
    Corpus corpus = Corpus.read(options.corpus());
    Corpus measured = corpus.first(options.articles() == 0 ? corpus.size() : options.articles());
    Corpus warmUp = corpus.first(options.warmUp());
    Path folder = Checkout.root().resolve(".wenliu/bench");
    Folders.delete(folder);
    // The embedding lane rests: nobody has the role embed.
    PipelineSettings settings =
        PipelineSettings.in(folder)
            .withNlpRoles("enrich")
            .withElasticsearchHeapMebibytes(ELASTICSEARCH_HEAP_MEBIBYTES);
    try (LocalPipeline pipeline = new LocalPipeline(settings);
        ElasticsearchHttp elasticsearch = new ElasticsearchHttp(pipeline.elasticsearch().uri())) {
      pipeline.start(PipelineBench::say);
      System.out.println(
          options.backfill()
              ? news(warmUp, measured, pipeline, elasticsearch).text()
              : measure(options, warmUp, measured, pipeline, elasticsearch).text());
    } finally {
      Folders.delete(folder);
    }
  }

  private static BenchReport measure(
      BenchOptions options,
      Corpus warmUp,
      Corpus corpus,
      LocalPipeline pipeline,
      ElasticsearchHttp elasticsearch)
      throws Exception {
    String bootstrap = pipeline.kafka().bootstrapServers();
    PipelineRun run = new PipelineRun(bootstrap, elasticsearch, SOURCE, corpus);
    say("预热 " + warmUp.size() + " 篇（warming up）");
    new PipelineRun(bootstrap, elasticsearch, WARM_UP_SOURCE, warmUp).run();
    elasticsearch.awaitMerges();

    say("推送 " + corpus.size() + " 篇（pushing）");
    BrokerCeiling broker = new BrokerCeiling(bootstrap);
    ProcessMeter meter = new ProcessMeter(pipeline.processes());
    Duration elapsed = run.run();
    List<ProcessMeter.Reading> readings = meter.read();

    say("单独测量 Elasticsearch（Elasticsearch alone）");
    double elasticsearchAlone = new ElasticsearchCeiling(elasticsearch, SOURCE).measure();
    say("单独测量 NLP（NLP alone）");
    double nlpAlone = new NlpCeiling(options, corpus.size()).measure();
    say("单独测量 Kafka（broker alone）");
    double brokerAlone = broker.measure(corpus.size());
    return new BenchReport(
        corpus.size(),
        corpus.characters(),
        elapsed,
        readings,
        elasticsearchAlone,
        nlpAlone,
        brokerAlone);
  }

  private static NewsReport news(
      Corpus warmUp, Corpus corpus, LocalPipeline pipeline, ElasticsearchHttp elasticsearch)
      throws Exception {
    String bootstrap = pipeline.kafka().bootstrapServers();
    say("预热（warming up）");
    new PipelineRun(bootstrap, elasticsearch, WARM_UP_SOURCE, warmUp).run();
    NewsBesideBackfill bench = new NewsBesideBackfill(bootstrap, pipeline.address());
    say("只有新闻（news alone）");
    List<Duration> alone = bench.news("bench-alone", corpus);
    say("补录 " + corpus.size() + " 篇，同时来新闻（news beside a backfill）");
    return bench.besideBackfill(alone, corpus);
  }

  private static void say(String step) {
    System.err.println(step + "…");
  }
}
