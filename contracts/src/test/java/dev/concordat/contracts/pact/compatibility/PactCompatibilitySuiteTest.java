package dev.concordat.contracts.pact.compatibility;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// The Pact compatibility suite, run by Cucumber from where it lies. Mock servers, providers, state callbacks and
/// brokers are real servers on the loopback; what they answer, and what is made of the answers, is the project's own.
@Tag("conformance")
class PactCompatibilitySuiteTest {
  private record Outcome(
      String feature, String scenario, URI source, Optional<Throwable> failure) {}

  @TestFactory
  Stream<DynamicTest> holdsInEveryScenario() throws IOException {
    Path folder = Suite.FOLDER.resolve("features");
    Assumptions.assumeTrue(
        Files.isDirectory(folder), () -> "no Pact compatibility suite: " + folder + " is absent");
    // Cucumber tells real paths; `..` and links in ours would make every feature look unknown.
    Path features = folder.toRealPath();
    return run(features).stream()
        .map(
            outcome ->
                DynamicTest.dynamicTest(
                    outcome.feature() + ": " + outcome.scenario(),
                    outcome.source(),
                    () -> tell(outcome)));
  }

  private static void tell(Outcome outcome) throws Throwable {
    if (outcome.failure().isPresent()) {
      throw outcome.failure().get();
    }
  }

  private static List<Outcome> run(Path features) {
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectDirectory(features.toFile()))
            .filters(EngineFilter.includeEngines("cucumber"))
            .configurationParameter("cucumber.glue", Suite.class.getPackageName())
            .configurationParameter("cucumber.publish.quiet", "true")
            .build();
    var outcomes = new ArrayList<Outcome>();
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                  outcomes.add(outcome(features, test, result));
                }
              }
            });
    return outcomes;
  }

  private static Outcome outcome(Path features, TestIdentifier test, TestExecutionResult result) {
    Path file = ((FileSource) test.getSource().orElseThrow()).getFile().toPath();
    return new Outcome(
        features.relativize(file).toString().replace('\\', '/'),
        test.getDisplayName(),
        file.toUri(),
        result.getThrowable());
  }
}
