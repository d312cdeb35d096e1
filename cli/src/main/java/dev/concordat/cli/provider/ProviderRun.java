package dev.concordat.cli.provider;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.console.EndSignal;
import dev.concordat.cli.run.Installation;
import dev.concordat.cli.verification.Verifications;
import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.Conformance;
import dev.concordat.conform.Conformance.Tested;
import dev.concordat.conform.access.HttpTokenSource;
import dev.concordat.conform.access.Users;
import dev.concordat.conform.learned.Learned;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// `concordat conform`: reads the contract, tests the provider with what earlier runs learned, tells what is wrong, and keeps the
/// findings for `replay` and what was learned for the next run.
public final class ProviderRun {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Console console;
  private final Installation installation;

  public ProviderRun(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  /// Does all of it.
  public Verdict run(ProviderRequest request) {
    return switch (OpenApiFile.read(folder(), request.contract())) {
      case OpenApiFile.Unusable(List<String> reasons) -> {
        console.say("concordat: " + reasons.getFirst());
        reasons.stream().skip(1).forEach(reason -> console.say("    " + reason));
        yield Verdict.BAD_INPUT;
      }
      case OpenApiFile.Read(OpenApiContract contract) -> run(request, contract);
    };
  }

  private Verdict run(ProviderRequest request, OpenApiContract contract) {
    List<String> unknown = UnknownNames.in(contract, request.options());
    if (!unknown.isEmpty()) {
      unknown.forEach(line -> console.say("concordat: " + line));
      return Verdict.BAD_INPUT;
    }
    Optional<LearnedFile> file = learnedFile(request);
    Learned known;
    try {
      known = file.map(LearnedFile::read).orElse(Learned.NOTHING);
    } catch (IllegalArgumentException wrong) {
      console.say("concordat: " + wrong.getMessage());
      return Verdict.BAD_INPUT;
    }
    String url = request.options().provider().toString();
    Optional<String> trouble =
        request.before().flatMap(command -> BeforeCommand.run(command, folder(), url));
    if (trouble.isPresent()) {
      console.say("concordat: " + trouble.get());
      return Verdict.NO_ENVIRONMENT;
    }
    try (var tokens = new HttpTokenSource(URI.create(url + "/"));
        var progress = new ProviderProgress(console, request.options().limits())) {
      var users = new Users(contract, request.users(), tokens);
      ConformOptions given = request.options().with(known);
      ConformOptions options = request.users().isEmpty() ? given : given.with(users);
      var conformance = new Conformance(contract, options, progress);
      // What holds so far is not what holds: a run without findings ends as one that was stopped.
      try (var signal =
          EndSignal.open(conformance::stop, PATIENCE, verdict -> verdict != Verdict.HOLDS)) {
        Tested tested = conformance.test();
        progress.end();
        Verdict verdict = new ProviderTeller(console).tell(tested.report(), request);
        keep(tested, options, request.contract());
        file.ifPresent(kept -> learn(kept, tested, options));
        keep(contract, tested.report(), request);
        users.problems().forEach(problem -> console.say("concordat: " + problem));
        tellProblems(contract, request.contract());
        signal.told(verdict);
        return verdict;
      }
    }
  }

  /// A sentence that cannot be read checks nothing, so a run says that there are some.
  private void tellProblems(OpenApiContract contract, Path file) {
    List<Problem> problems =
        contract.problems().stream()
            .sorted(
                Comparator.comparing((Problem it) -> it.place().file())
                    .thenComparingInt(it -> it.place().line()))
            .toList();
    if (!problems.isEmpty()) {
      Problem first = problems.getFirst();
      String number = problems.size() == 1 ? "a problem" : problems.size() + " problems";
      console.say(
          "concordat: the contract has "
              + number
              + ", first "
              + first.place().shortForm()
              + ": "
              + first.message());
      console.say("    what is wrong checks nothing; all of it: concordat lint " + file);
    }
  }

  private Optional<LearnedFile> learnedFile(ProviderRequest request) {
    return request.isLearning()
        ? request
            .learned()
            .map(LearnedFile::named)
            .or(
                () ->
                    Optional.of(
                        LearnedFile.of(
                            installation.home(),
                            request.contract(),
                            request.options().provider().toString())))
        : Optional.empty();
  }

  /// What was learned from nothing is not worth writing over what was known.
  private void learn(LearnedFile file, Tested tested, ConformOptions options) {
    if (options.limits().isDryRun() || !tested.report().trouble().isEmpty()) {
      return;
    }
    try {
      file.write(tested.learned());
    } catch (IOException e) {
      console.say("concordat: what was learned cannot be kept: " + e.getMessage());
    }
  }

  private void keep(Tested tested, ConformOptions options, Path contract) {
    try {
      new FindingStore(installation.home())
          .save(tested, options, contract.toAbsolutePath().normalize());
    } catch (IOException e) {
      console.say("concordat: the findings cannot be kept for replay: " + e.getMessage());
    }
  }

  private void keep(OpenApiContract contract, ConformReport report, ProviderRequest request) {
    if (request.options().limits().isDryRun()) {
      return;
    }
    try {
      boolean isKept =
          new Verifications(installation.home()).keep(contract, report, request.verification());
      if (!isKept && request.verification().isPresent()) {
        console.say(
            "concordat: nothing was tested, so no verification was written to "
                + request.verification().get()
                + ".");
      }
    } catch (IOException e) {
      console.say("concordat: the verification cannot be kept: " + e.getMessage());
    }
  }

  private Path folder() {
    return installation.workingFolder().toAbsolutePath().normalize();
  }
}
