package dev.concordat.cli.drift;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.console.EndSignal;
import dev.concordat.cli.run.Installation;
import dev.concordat.cli.verification.Verifications;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.drift.Drift;
import dev.concordat.drift.DriftOptions;
import dev.concordat.drift.Judged;
import dev.concordat.drift.noise.NoiseFile;
import dev.concordat.model.drift.CheckedStub;
import dev.concordat.model.drift.DriftReport;
import dev.concordat.model.drift.NoiseRule;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.WholeFile;
import dev.concordat.report.drift.DriftAnnotations;
import dev.concordat.report.drift.DriftFiles;
import dev.concordat.report.drift.DriftJson;
import dev.concordat.report.drift.DriftJunit;
import dev.concordat.report.drift.DriftSarif;
import dev.concordat.report.drift.DriftText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `concordat drift`: reads stubs and truth, holds them against each other, tells what is wrong, and writes what was asked for.
public final class DriftRun {
  /// How long learned rules of noise count before somebody should look at them again.
  private static final int NOISE_DAYS = 180;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Console console;
  private final Installation installation;

  public DriftRun(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  /// Does all of it.
  public Verdict run(DriftRequest request) {
    Inputs inputs = Inputs.read(request, installation.workingFolder().toAbsolutePath().normalize());
    inputs.remarks().forEach(remark -> console.say("concordat: " + remark));
    if (!inputs.complaints().isEmpty()) {
      inputs.complaints().forEach(complaint -> console.say("concordat: " + complaint));
      return Verdict.BAD_INPUT;
    }
    Optional<DriftOptions> options = options(request, inputs);
    if (options.isEmpty()) {
      return Verdict.BAD_INPUT;
    }
    var progress = new DriftProgress(console);
    var drift = new Drift(inputs.truth(), options.get(), progress);
    // What was looked at so far is told; without a lie in it the process ends as one that was
    // stopped.
    try (var signal =
        EndSignal.open(drift::stop, PATIENCE, verdict -> verdict == Verdict.FINDINGS)) {
      DriftReport report =
          inputs.isTraffic()
              ? tell(drift.checkTraffic(archives(inputs)), request)
              : stubs(drift, inputs, request, progress);
      boolean isWrong = !report.others().isEmpty() || !report.in(CheckedStub.State.LIES).isEmpty();
      signal.told(isWrong ? Verdict.FINDINGS : Verdict.HOLDS);
      return report.verdict();
    } catch (IOException e) {
      console.say("concordat: a file cannot be written: " + e.getMessage());
      return Verdict.BAD_INPUT;
    }
  }

  private DriftReport stubs(
      Drift drift, Inputs inputs, DriftRequest request, DriftProgress progress) throws IOException {
    Judged judged = drift.check(inputs.stubs(), inputs.reader()::documentOf);
    progress.end();
    tell(judged.report(), request);
    Optional<String> address = request.against().stream().filter(Inputs::isAddress).findFirst();
    if (address.isPresent()) {
      new Verifications(installation.home())
          .keep(inputs.stubs(), judged.report(), address.get(), Instant.now());
    }
    if (request.fixing().isWanted()) {
      new FixWriter(console, inputs, request.fixing()).write(judged);
    }
    if (request.noise().learned().isPresent()) {
      keep(judged.report().noise(), request);
    }
    return judged.report();
  }

  private static List<StubContract> archives(Inputs inputs) {
    return inputs.stubs().stream().map(StubContract.class::cast).toList();
  }

  /// The rules that are known and those that were learned, the latter with an owner and a day.
  private void keep(List<NoiseRule> rules, DriftRequest request) throws IOException {
    Path file = installation.workingFolder().resolve(request.noise().learned().orElseThrow());
    List<NoiseRule> dated =
        rules.stream()
            .map(
                rule ->
                    rule.until().isPresent()
                        ? rule
                        : new NoiseRule(
                            rule.operation(),
                            rule.at(),
                            rule.kind(),
                            rule.why(),
                            rule.owner().isEmpty() ? request.noise().owner() : rule.owner(),
                            Optional.of(request.today().plusDays(NOISE_DAYS))))
            .toList();
    WholeFile.write(file, NoiseFile.write(dated));
    console.say("concordat: wrote " + file);
  }

  private Optional<DriftOptions> options(DriftRequest request, Inputs inputs) {
    var options =
        new DriftOptions(
            inputs.root(),
            request.today(),
            List.of(),
            "",
            request.values(),
            request.countsValues(),
            request.isStrict());
    if (request.noise().known().isEmpty()) {
      return Optional.of(options);
    }
    Path file = installation.workingFolder().resolve(request.noise().known().get());
    try {
      var documents = new DocumentReader(inputs.root());
      NoiseFile.Read read = NoiseFile.read(documents.read(file.toAbsolutePath().normalize()));
      for (Problem problem : read.problems()) {
        console.say(
            "concordat: " + problem.place() + "  " + problem.message() + "; " + problem.fix());
      }
      return read.problems().isEmpty()
          ? Optional.of(options.withNoise(documents.nameOf(file.toAbsolutePath()), read.rules()))
          : Optional.empty();
    } catch (IOException e) {
      console.say("concordat: --noise: '" + file + "' cannot be read.");
      return Optional.empty();
    }
  }

  private DriftReport tell(DriftReport report, DriftRequest request) throws IOException {
    console.out().print(text(report, request));
    console.out().flush();
    if (request.folder().isPresent()) {
      new DriftFiles(installation.workingFolder().resolve(request.folder().get())).write(report);
    }
    return report;
  }

  private String text(DriftReport report, DriftRequest request) {
    return switch (request.form()) {
      case text -> new DriftText(console.style(), request.isAll()).render(report);
      case json -> JsonText.pretty(DriftJson.of(report)) + "\n";
      case junit -> DriftJunit.of(report);
      case sarif -> JsonText.pretty(DriftSarif.of(report)) + "\n";
      case github -> DriftAnnotations.of(report);
    };
  }
}
