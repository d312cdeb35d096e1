package dev.concordat.cli.command;

import dev.concordat.cli.comparison.ComparisonRequest;
import dev.concordat.cli.comparison.Comparisons;
import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.model.comparison.ComparisonReport.Question;
import dev.concordat.model.run.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `concordat agree CONSUMER PROVIDER`: whether the contracts of two sides fit.
final class AgreeCommand implements Command {
  private final Console console;
  private final Installation installation;
  private final Comparisons comparisons;
  private final Supplier<LocalDate> today;

  AgreeCommand(
      Console console,
      Installation installation,
      Comparisons comparisons,
      Supplier<LocalDate> today) {
    this.console = console;
    this.installation = installation;
    this.comparisons = comparisons;
    this.today = today;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
            "agree",
            "Say whether a consumer's contract fits a provider's; every break with a message that"
                + " shows it.",
            "concordat agree pacts/web-orders.json orders/openapi.yaml",
            "concordat agree pacts/ orders/openapi.yaml         every consumer of a folder",
            "concordat agree client.openapi.yaml main:openapi.yaml",
            "concordat agree reader.avsc writer.avsc",
            "concordat agree 'src/**/*.graphql' schema.graphqls",
            "concordat agree wiremock/mappings openapi.yaml --format json");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("CONSUMER PROVIDER")
            .hideParamSyntax(true)
            .arity("0..*")
            .index("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "Files, folders, patterns, git revisions (main:openapi.yaml), or - for standard"
                    + " input; several consumers, the provider last.")
            .build());
    ComparisonFlags.addTo(spec);
    return spec;
  }

  @Override
  public Verdict run(ParseResult given) {
    List<String> words = given.matchedPositionalValue(0, List.of());
    if (words.size() < 2) {
      console.say(
          "concordat: name a CONSUMER and a PROVIDER contract: files, folders, or git revisions of"
              + " them.");
      console.say("Try 'concordat agree --help'.");
      return Verdict.BAD_INPUT;
    }
    ComparisonRequest request;
    try {
      request =
          ComparisonFlags.request(
              given,
              Question.AGREE,
              words.subList(0, words.size() - 1),
              words.subList(words.size() - 1, words.size()),
              installation,
              today.get());
    } catch (IllegalArgumentException wrong) {
      console.say("concordat: --allow-reference: " + wrong.getMessage());
      return Verdict.BAD_INPUT;
    }
    return comparisons.run(request, ComparisonFlags.telling(given, installation));
  }
}
