package dev.concordat.cli.command;

import dev.concordat.cli.comparison.ComparisonRequest;
import dev.concordat.cli.comparison.Comparisons;
import dev.concordat.cli.comparison.OutputForm;
import dev.concordat.cli.run.Installation;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.history.CompatibilityLevel;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.tree.ReferencePolicy;
import dev.concordat.model.comparison.ComparisonReport.Question;
import dev.concordat.model.comparison.Counting;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The options of `diff` and `agree`.
final class ComparisonFlags {
  private ComparisonFlags() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Specs.option(
            "--sender",
            "closed|literal",
            Reading.class,
            "How the schemas of senders are read: closed, a sender emits what it declares (the"
                + " default), or literal."));
    CountingFlags.addTo(spec);
    spec.addOption(
        Specs.option(
            "--ignore",
            "FILE",
            Path.class,
            "The list of accepted differences. Default: .concordat-ignore.yaml beside the new"
                + " contract or above it."));
    spec.addOption(
        OptionSpec.builder("--allow-reference")
            .paramLabel("URL-PREFIX|FOLDER")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "References may lead there too: to addresses below the prefix, or files below the"
                    + " folder.")
            .build());
    spec.addOption(Specs.flag("--all", "Text shows everything, safe changes included."));
    spec.addOption(
        Specs.option(
            "--report",
            "DIR",
            Path.class,
            "Where comparison.json, comparison.md, comparison.sarif and junit.xml go."));
    spec.addOption(
        OptionSpec.builder("--format")
            .paramLabel("text|json|markdown|sarif|github|junit")
            .type(OutputForm.class)
            .defaultValue("text")
            .description(
                "What standard output holds: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
            .build());
  }

  /// @param lefts the old contracts or the consumers
  /// @param rights the new contract or the providers
  static ComparisonRequest request(
      ParseResult given,
      Question question,
      List<String> lefts,
      List<String> rights,
      Counting counting,
      Installation installation,
      LocalDate today) {
    Policies defaults = Policies.defaults(today);
    CompatibilityLevel stored = given.matchedOptionValue("--stored", CompatibilityLevel.BACKWARD);
    return new ComparisonRequest(
        question,
        lefts,
        rights,
        given.matchedOptionValue("--consumers", List.of()),
        given.matchedOptionValue("--strict", false),
        new Policies(
            given.matchedOptionValue("--sender", defaults.sender()),
            stored.stored(),
            today,
            defaults.stableDays(),
            defaults.betaDays(),
            given.matchedOptionValue("--protobuf", defaults.protobuf())),
        counting,
        Optional.ofNullable(given.<Path>matchedOptionValue("--ignore", null)),
        given.matchedOptionValue("--suggest-version", false),
        telling(given, installation).showsNamesOfTools(),
        ReferencePolicy.allowing(
            installation.workingFolder(),
            given.matchedOptionValue("--allow-reference", List.<String>of())));
  }

  static Comparisons.Telling telling(ParseResult given, Installation installation) {
    return new Comparisons.Telling(
        given.matchedOptionValue("--format", OutputForm.text),
        given.matchedOptionValue("--all", false),
        Optional.ofNullable(given.<Path>matchedOptionValue("--report", null))
            .map(installation.workingFolder()::resolve));
  }
}
