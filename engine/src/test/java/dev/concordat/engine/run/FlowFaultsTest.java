package dev.concordat.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.engine.plan.PlanOptions;
import dev.concordat.engine.plan.Planner;
import dev.concordat.engine.plan.RunPlan;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.part.Distribution;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.running.EnvironmentStarter;
import dev.concordat.environment.running.StartOptions;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.finding.Proof;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Flows that disturb the link between two small systems, which run as processes of their own.
@Tag("slow")
class FlowFaultsTest {
  private static final LinkName LINK = new LinkName("counter", "workshop");

  @TempDir static Path folder;
  private static Environment environment;

  @BeforeAll
  static void start() throws Exception {
    write("counter/openapi.yaml", contract("errands", "PUT", "putErrand", "getErrand"));
    write("workshop/openapi.yaml", contract("jobs", "POST", "makeJob", "getJob"));
    CodeSource classes =
        Objects.requireNonNull(Counter.class.getProtectionDomain().getCodeSource());
    String run =
        "[java, -XX:TieredStopAtLevel=1, -cp, '%s', %s]"
            .formatted(Path.of(classes.getLocation().toURI()), Counter.class.getName());
    write(
        "concordat.yaml",
        """
        systems:
          counter:
            run: %s
            ready: port
            provides: [openapi.yaml]
            consumes: {workshop: WORKSHOP_URL}
          workshop:
            run: %s
            ready: port
            provides: [openapi.yaml]
        """
            .formatted(run, run));
    environment =
        new EnvironmentStarter(
                Home.at(folder.resolve("home")),
                new Distribution(Path.of(System.getProperty("concordat.parts"))),
                _ -> {})
            .start(SetupReader.read(folder), new StartOptions(1));
  }

  @AfterAll
  static void stop() {
    if (environment != null) {
      environment.close();
    }
  }

  @AfterEach
  void noFaultIsLeftOnTheLink() {
    assertThat(environment.link(LINK).orElseThrow().disturbances().placed()).isEmpty();
  }

  @Test
  void aFaultOfTheFlowIsOnForItsStepsAndGoneForWhatIsAlwaysDone() throws IOException {
    // When
    RunReport report =
        run(
            """
            flow: an errand is put off while the workshop fails, and done afterwards
            faults:
              - {on: counter -> workshop.getJob, fault: {status: 503}}
            steps:
              - call: counter.putErrand
                with: {id: first}
                expect: {status: 503, body: {state: put off}}
            always:
              - call: counter.putErrand
                with: {id: first}
                expect: {status: 200, body: {state: done}}
            """);

    // Then
    assertThat(steps(report))
        .containsExactly(
            "call counter.putErrand HELD",
            "fault {\"status\":503} on counter → workshop.getJob HELD disturbed 1 of 1",
            "call counter.putErrand HELD");
    assertThat(report.incidents()).isEmpty();
    assertThat(report.troubles()).isEmpty();
  }

  @Test
  void aFaultOfAStepIsGoneAtTheNextOne() throws IOException {
    // When
    RunReport report =
        run(
            """
            flow: one errand is cut off
            steps:
              - call: counter.putErrand
                with: {id: second}
                faults: [{on: counter -> workshop, fault: empty-reply}]
                expect: {status: 503, body: {state: cut off}}
              - call: counter.putErrand
                with: {id: second}
                expect: {status: 200}
            """);

    // Then
    assertThat(report.incidents()).isEmpty();
    assertThat(report.troubles()).isEmpty();
    assertThat(steps(report)).hasSize(3).allMatch(step -> step.contains("HELD"));
  }

  @Test
  void faultsUnderEachAreCasesOfTheirOwn() throws IOException {
    // When
    RunReport report =
        run(
            """
            flow: errands survive a failing workshop
            faults:
              on: counter -> workshop.getJob
              each:
                - {status: 500}
                - empty-reply
                - {fault: garbage, times: 1}
            steps:
              - call: counter.putErrand
                with: {id: third}
                expect: {status: 503}
            """);

    // Then
    assertThat(report.cases())
        .extracting(CaseResult::name)
        .containsExactly(
            "errands survive a failing workshop, {\"status\":500} on counter → workshop.getJob",
            "errands survive a failing workshop, \"empty-reply\" on counter → workshop.getJob",
            "errands survive a failing workshop, {\"fault\":\"garbage\",\"times\":1} on counter →"
                + " workshop.getJob");
    assertThat(report.cases())
        .extracting(CaseResult::outcome)
        .containsOnly(CaseResult.Outcome.HELD);
  }

  @Test
  void aStepThatDoesNotHoldUnderAFaultIsAFindingAndWhatIsAlwaysDoneIsDone() throws IOException {
    // When
    RunReport report =
        run(
            """
            flow: an errand is done whatever the workshop does
            faults: [{on: counter -> workshop.getJob, fault: {status: 503}}]
            steps:
              - id: put
                call: counter.putErrand
                with: {id: fourth}
                expect: {status: 200}
              - call: counter.getErrand
                with: {id: fourth}
            always:
              - call: counter.getErrand
                with: {id: fourth}
                expect: {body: {state: put off}}
              - call: counter.getErrand
                with: {id: $put.with.id}
            """);

    // Then
    assertThat(report.incidents())
        .extracting(it -> it.main().rule().id() + " " + it.main().system())
        .containsExactly("flows/unexpected-status counter");
    assertThat(steps(report))
        .containsExactly(
            "put: call counter.putErrand BROKE",
            "call counter.getErrand SKIPPED an earlier step did not hold",
            "fault {\"status\":503} on counter → workshop.getJob HELD disturbed 1 of 1",
            "call counter.getErrand HELD",
            "call counter.getErrand SKIPPED $put.with.id refers to a step that was not taken or"
                + " did not hold");
  }

  @Test
  void aFaultThatMeetsNothingIsNoProof() throws IOException {
    // When
    RunReport report =
        run(
            """
            flow: nobody asks the workshop to make a job
            faults: [{on: counter -> workshop.makeJob, fault: {status: 503}}]
            steps:
              - call: counter.putErrand
                with: {id: fifth}
            """);

    // Then
    assertThat(report.cases().getFirst().outcome()).isEqualTo(CaseResult.Outcome.ERROR);
    assertThat(report.troubles().getFirst().message())
        .startsWith("nothing passed that the fault {\"status\":503}");
  }

  @Test
  void aStepThatNeedsOneThatWasLeftOutBlamesNobody() throws IOException {
    // When
    RunReport report =
        run(
            """
            flow: x
            steps:
              - id: first
                call: counter.putErrand
                with: {id: sixth}
              - id: again
                call: counter.putErrand
                with: {id: sixth}
                when: $first.status == 503
              - call: counter.getErrand
                with: {id: $again.with.id}
            """);

    // Then
    assertThat(report.incidents()).isEmpty();
    assertThat(report.troubles().getFirst().message())
        .isEqualTo("$again.with.id refers to a step that was left out, and this step needs it");
  }

  private static RunReport run(String flow) throws IOException {
    write("errand.flow.yaml", flow);
    RunPlan plan =
        Planner.plan(SetupReader.read(folder), PlanOptions.all(1).withProofs(Set.of(Proof.FLOWS)));
    assertThat(plan.problems()).isEmpty();
    return Engine.run(environment, plan, _ -> {});
  }

  /// The steps of the first case; details are told where they do not depend on time.
  private static List<String> steps(RunReport report) {
    return report.cases().getFirst().steps().stream()
        .map(
            step ->
                (step.name()
                        + " "
                        + step.outcome()
                        + " "
                        + (step.name().startsWith("fault")
                                || step.outcome() == CaseResult.Outcome.SKIPPED
                            ? step.detail()
                            : ""))
                    .strip())
        .toList();
  }

  private static void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String contract(String things, String method, String change, String read) {
    return """
        openapi: 3.0.3
        info: {title: %1$s, version: "1"}
        paths:
          /%1$s/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            %2$s: {operationId: %3$s, responses: &answers {"200": &answer {description: it, content: {application/json: {schema: {type: object, required: [state], properties: {state: {type: string}}}}}}, "503": *answer}}
            get: {operationId: %4$s, responses: *answers}
        """
        .formatted(things, method.toLowerCase(Locale.ROOT), change, read);
  }
}
