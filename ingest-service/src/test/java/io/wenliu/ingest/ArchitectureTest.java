package io.wenliu.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.wenliu.ingest");

  @Test
  void featuresHaveNoCycles() {
    slices().matching("io.wenliu.ingest.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheExtractorSeesTika() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.wenliu.ingest.extract..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.tika..")
        .check(CLASSES);
  }

  @Test
  void pagesAreCutWithoutSpringAndKafka() {
    noClasses()
        .that()
        .resideInAnyPackage("io.wenliu.ingest.page..", "io.wenliu.ingest.article..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "io.wenliu.kafka..")
        .check(CLASSES);
  }

  @Test
  void nobodyTalksToKafkaBehindThePipelinesBack() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
        .check(CLASSES);
  }
}
