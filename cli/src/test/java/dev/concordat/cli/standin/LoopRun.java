package dev.concordat.cli.standin;

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
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.standin.StandIn;
import dev.concordat.standin.StandInSettings;
import dev.concordat.standin.server.StandInServer;
import dev.concordat.wire.caller.Called;
import dev.concordat.wire.caller.Caller;
import dev.concordat.wire.caller.Endpoint;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Serves one description and tests what is served.
final class LoopRun {
  private static final String SECRET = "loop-secret";
  private static final int SERVER_ERROR = 500;
  private static final int REQUESTS = Integer.getInteger("loop.requests", 100);
  private static final Duration TIME = Duration.ofMinutes(2);

  /// Nothing is said of speed here: a busy machine makes no finding.
  private static final Duration ANSWER = Duration.ofMinutes(1);

  private final Path folder;
  private final EventLoops loops;

  LoopRun(Path folder, EventLoops loops) {
    this.folder = folder;
    this.loops = loops;
  }

  LoopResult of(String description) {
    long start = System.nanoTime();
    var reader =
        ContractReader.forComparing(folder, ReadLimits.defaults(), ReferencePolicy.WORKSPACE_ONLY);
    if (!(reader.read(folder.resolve(description)) instanceof OpenApiContract contract)) {
      return new LoopResult(description, "unreadable", 0, 0, since(start), List.of());
    }
    int operations = contract.operations().size();
    if (operations == 0) {
      return new LoopResult(description, "unreadable", 0, 0, since(start), List.of());
    }
    if (Boolean.getBoolean("loop.start")) {
      return started(description, contract, start);
    }
    try {
      var standIn = new StandIn(contract, new StandInSettings(1, 2, Optional.of(SECRET)));
      ConformReport report = report(standIn);
      if (report.requests() == 0 && LoopDefects.isUntestable(contract)) {
        var finding =
            new LoopResult.Finding("takes no request at all", "", "no valid request can be made");
        LoopResult asked = started(description, contract, start);
        return new LoopResult(
            description, asked.kind(), operations, 0, since(start), List.of(finding));
      }
      return new LoopResult(
          description,
          report.trouble().isEmpty() && report.requests() > 0 ? "served" : "not-served",
          operations,
          report.requests(),
          since(start),
          report.findings().stream().map(it -> finding(it, standIn)).toList());
    } catch (IOException | RuntimeException bug) {
      var finding = new LoopResult.Finding("", "bug", bug + " " + List.of(bug.getStackTrace()));
      return new LoopResult(description, "bug", operations, 0, since(start), List.of(finding));
    }
  }

  /// Serves it, lets its things come to be and sends one request of its contract, with 1 for every value in the path.
  private LoopResult started(String description, OpenApiContract contract, long start) {
    int operations = contract.operations().size();
    var standIn = new StandIn(contract, new StandInSettings(1, 2, Optional.of(SECRET)));
    try (StandInServer server = StandInServer.open(List.of(standIn), 0, loops);
        var caller =
            new Caller(
                Endpoint.of(URI.create(server.url()), false), ANSWER, CaptureLimits.DEFAULT)) {
      HttpOperation first = contract.operations().getFirst();
      String target = contract.basePath() + first.path().text().replaceAll("\\{[^}]*}", "1");
      var request = new HttpRequestMessage(first.method(), target, List.of(), Bytes.EMPTY);
      standIn.withMemory(memory -> memory.world().scopes().size());
      boolean isServed =
          caller.send(request, ANSWER) instanceof Called.Answered answered
              && answered.response().status() != SERVER_ERROR;
      String kind = isServed ? "served" : "not-served";
      return new LoopResult(description, kind, operations, 1, since(start), List.of());
    } catch (IOException | RuntimeException bug) {
      var finding = new LoopResult.Finding("", "bug", bug + " " + List.of(bug.getStackTrace()));
      return new LoopResult(description, "bug", operations, 0, since(start), List.of(finding));
    }
  }

  private ConformReport report(StandIn standIn) throws IOException {
    try (StandInServer server = StandInServer.open(List.of(standIn), 0, loops)) {
      var options =
          ConformOptions.of(Endpoint.of(URI.create(server.url()), false), 1)
              .with(new OneSecret(SECRET))
              .with(
                  Limits.USUAL
                      .withTime(TIME)
                      .withAnswer(ANSWER)
                      .withRequests(REQUESTS)
                      .withoutFuzzing());
      return new Conformance(standIn.contract(), options, event -> {}).run();
    }
  }

  private static long since(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static LoopResult.Finding finding(ConformFinding finding, StandIn standIn) {
    return new LoopResult.Finding(
        LoopDefects.of(finding, standIn),
        finding.rule().id(),
        finding.operation()
            + " "
            + finding.pointer()
            + " "
            + finding.message()
            + " "
            + finding.why()
            + " | "
            + finding.curl());
  }
}
