package dev.concordat.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// The rules of the house that can be counted: which room may use which, no cycles, no standard streams outside `cli`.
@Order(1)
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.concordat");

  @Test
  void aRoomUsesOnlyTheRoomsThatItMay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.concordat..")
        .layer("model")
        .definedBy("dev.concordat.model..")
        .layer("contracts")
        .definedBy("dev.concordat.contracts..")
        .layer("compare")
        .definedBy("dev.concordat.compare..")
        .layer("cases")
        .definedBy("dev.concordat.cases..")
        .layer("conform")
        .definedBy("dev.concordat.conform..")
        .layer("standin")
        .definedBy("dev.concordat.standin..")
        .layer("record")
        .definedBy("dev.concordat.record..")
        .layer("drift")
        .definedBy("dev.concordat.drift..")
        .layer("fidelity")
        .definedBy("dev.concordat.fidelity..")
        .layer("wire")
        .definedBy("dev.concordat.wire..")
        .layer("environment")
        .definedBy("dev.concordat.environment..")
        .layer("engine")
        .definedBy("dev.concordat.engine..")
        .layer("report")
        .definedBy("dev.concordat.report..")
        .layer("registry")
        .definedBy("dev.concordat.registry..")
        .layer("cli")
        .definedBy("dev.concordat.cli..")
        .whereLayer("model")
        .mayNotAccessAnyLayer()
        .whereLayer("contracts")
        .mayOnlyAccessLayers("model")
        .whereLayer("compare")
        .mayOnlyAccessLayers("model", "contracts")
        .whereLayer("cases")
        .mayOnlyAccessLayers("model", "contracts")
        .whereLayer("conform")
        .mayOnlyAccessLayers("model", "contracts", "cases", "wire")
        .whereLayer("standin")
        .mayOnlyAccessLayers("model", "contracts", "cases", "wire")
        .whereLayer("record")
        .mayOnlyAccessLayers("model", "contracts", "wire")
        .whereLayer("drift")
        .mayOnlyAccessLayers("model", "contracts", "compare", "wire")
        .whereLayer("fidelity")
        .mayOnlyAccessLayers("model", "contracts")
        .whereLayer("wire")
        .mayOnlyAccessLayers("model", "contracts")
        .whereLayer("environment")
        .mayOnlyAccessLayers("model", "contracts", "wire")
        .whereLayer("engine")
        .mayOnlyAccessLayers(
            "model", "contracts", "cases", "conform", "wire", "fidelity", "environment")
        .whereLayer("report")
        .mayOnlyAccessLayers("model")
        .whereLayer("registry")
        .mayOnlyAccessLayers("model", "contracts", "compare", "report")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.concordat.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheCommandLineTouchesStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.concordat.cli..")
        .should(ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
  }

  @Test
  void nobodyThrowsGenericExceptions() {
    noClasses().should(THROW_GENERIC_EXCEPTIONS).check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    classes().should(resideInANullMarkedPackage()).check(CLASSES);
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    Set<String> said = new TreeSet<>();
    return new ArchCondition<>("reside in a package that is @NullMarked") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        JavaPackage itsPackage = item.getPackage();
        if (!itsPackage.isAnnotatedWith(NullMarked.class) && said.add(itsPackage.getName())) {
          events.add(
              SimpleConditionEvent.violated(item, itsPackage.getName() + " is not @NullMarked"));
        }
      }
    };
  }
}
