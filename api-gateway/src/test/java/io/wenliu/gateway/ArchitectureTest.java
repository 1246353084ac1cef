package io.wenliu.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses GATEWAY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.wenliu.gateway");

  @Test
  void featuresDoNotDependOnEachOtherInCircles() {
    slices().matching("io.wenliu.gateway.(*)..").should().beFreeOfCycles().check(GATEWAY);
  }

  @Test
  void gatewayKnowsNothingOfMessagesAndOtherServices() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.wenliu.contract..",
            "io.wenliu.kafka..",
            "io.wenliu.text..",
            "io.wenliu.ingest..",
            "io.wenliu.nlp..",
            "io.wenliu.index..")
        .because("the door has no business rules")
        .check(GATEWAY);
  }

  @Test
  void onlyRoutingKnowsHowRequestsArePassedOn() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.wenliu.gateway.routing..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.cloud..", "java.net.http..")
        .check(GATEWAY);
  }
}
