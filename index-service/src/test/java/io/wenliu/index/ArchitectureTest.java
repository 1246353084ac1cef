package io.wenliu.index;

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
          .importPackages("io.wenliu.index");

  @Test
  void featuresHaveNoCycles() {
    slices().matching("io.wenliu.index.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void elasticsearchTypesStayInTheirPackages() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..elasticsearch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("co.elastic..")
        .check(CLASSES);
  }

  @Test
  void kafkaTypesStayInListeners() {
    noClasses()
        .that()
        .haveSimpleNameNotContaining("Listener")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
        .check(CLASSES);
  }
}
