package io.wenliu.kafka.stage;

import io.wenliu.contract.ArticleExtracted;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/// Every test has documents and a consumer group of its own; the topics are shared.
abstract class OwnDocuments {

  private static final int DOCUMENTS = 600;

  final KafkaBroker broker = new KafkaBroker();

  @TempDir Path claims;

  /// Also the name of the group.
  String source = "";

  private Set<String> documents = Set.of();

  /// What the stage under test does with an article.
  interface Step {
    Outcome process(ArticleExtracted article) throws Exception;
  }

  @BeforeEach
  void nameTheSource(TestInfo test) {
    source = test.getTestMethod().orElseThrow().getName().substring(0, 20);
    documents =
        IntStream.range(0, DOCUMENTS)
            .mapToObj(i -> article(i).document().value())
            .collect(Collectors.toSet());
  }

  StageDefinition stage(Step step) {
    return StageDefinition.ofMessages(
            Stage.ENRICH,
            List.of(Topics.ARTICLES),
            (message, _) ->
                message instanceof ArticleExtracted article && article.source().equals(source)
                    ? step.process(article)
                    : Outcome.nothing())
        .withGroup(source);
  }

  ArticleExtracted article(int number) {
    return TestDocuments.article(source, number, "标题 " + number, "正文");
  }

  boolean ours(ConsumerRecord<byte[], byte[]> record) {
    return record.key() != null
        && record.key().length >= 32
        && documents.contains(TestDocuments.key(record).substring(0, 32));
  }

  static List<String> keys(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(TestDocuments::key).toList();
  }
}
