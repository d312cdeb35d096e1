package dev.concordat.cli.command;

import dev.concordat.cli.run.Installation;
import dev.concordat.cli.run.TestOptions;
import dev.concordat.engine.plan.PlanOptions;
import dev.concordat.model.finding.Proof;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// The options of every command that runs cases.
final class RunFlags {
  /// Without `--seed`, so that two runs of one version try the same.
  static final long DEFAULT_SEED = 1;

  private RunFlags() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("--only")
            .paramLabel("PROOF")
            .type(Set.class)
            .auxiliaryTypes(Proof.class)
            .converters(text -> proof(text))
            .splitRegex(",")
            .description(
                "Only these proofs: conform, flows, fidelity, resilience, timing. Default:"
                    + " conform,flows,fidelity.")
            .build());
    spec.addOption(
        OptionSpec.builder("--tag")
            .paramLabel("TAG")
            .type(Set.class)
            .auxiliaryTypes(String.class)
            .splitRegex(",")
            .description("Only flows with one of these tags.")
            .build());
    spec.addOption(
        Specs.option(
            "--seed",
            "N",
            Long.class,
            "Every random choice comes from it. Default: " + DEFAULT_SEED + "."));
    spec.addOption(
        OptionSpec.builder("--budget")
            .paramLabel("TIME")
            .type(Duration.class)
            .converters(text -> StartFlags.duration(text))
            .description("Start no case after this time: 30s, 5m. What is left out is said.")
            .build());
    spec.addOption(
        Specs.option(
            "--against",
            "REV",
            String.class,
            "Judge relative budgets (p95 < 1.2x main) against this git revision, whatever they"
                + " name."));
    StartFlags.addTo(spec);
    spec.addOption(
        Specs.option(
            "--report",
            "DIR",
            Path.class,
            "Where report.html, report.json and junit.xml go. Default: the run's folder."));
    spec.addOption(Specs.format());
  }

  /// @param path a folder is the workspace; a file selects in the workspace it belongs to
  static TestOptions read(ParseResult given, Path path, Installation installation) {
    boolean isSelection = Files.isRegularFile(path);
    return new TestOptions(
        isSelection ? WorkspaceFolder.of(path, installation.workingFolder()) : path,
        isSelection ? List.of(path) : List.of(),
        given.matchedOptionValue("--only", PlanOptions.USUAL_PROOFS),
        given.matchedOptionValue("--tag", Set.of()),
        Optional.ofNullable(given.<Duration>matchedOptionValue("--budget", null)),
        Optional.ofNullable(given.<String>matchedOptionValue("--against", null)),
        StartFlags.read(given, given.matchedOptionValue("--seed", DEFAULT_SEED)),
        Optional.ofNullable(given.<Path>matchedOptionValue("--report", null))
            .map(installation.workingFolder()::resolve),
        given.matchedOptionValue("--format", OutputFormat.text) == OutputFormat.json);
  }

  private static Proof proof(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "conform" -> Proof.CONFORM;
      case "flows" -> Proof.FLOWS;
      case "fidelity" -> Proof.FIDELITY;
      case "resilience" -> Proof.RESILIENCE;
      case "timing" -> Proof.TIMING;
      default ->
          throw new TypeConversionException(
              "there is no proof '"
                  + text
                  + "' in this version; it has conform, flows, fidelity, resilience and timing");
    };
  }
}
