package io.wenliu.nlp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackagesTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.wenliu.nlp");

  @Test
  void featuresDoNotDependOnOneAnotherInCircles() {
    slices().matching("io.wenliu.nlp.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheSentenceModelSeesOnnxRuntime() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.wenliu.nlp.embedding.SentenceModel")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.onnxruntime..")
        .check(CLASSES);
  }

  @Test
  void annotatorsKnowNeitherKafkaNorSpring() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..words..",
            "..keyphrases..",
            "..summary..",
            "..topics..",
            "..kind..",
            "..reprints..",
            "..names..",
            "..values..",
            "..quotes..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "io.wenliu.kafka..")
        .check(CLASSES);
  }
}
