package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.compare.acceptance.AcceptanceProblems;
import dev.concordat.compare.oasdiff.PeerRule;
import dev.concordat.compare.peer.PeerRules;
import dev.concordat.contracts.problems.ContractProblems;
import dev.concordat.contracts.problems.ProblemRule;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.RuleBook;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.json.Members;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `concordat explain RULE`: what a rule or a problem of a contract means and how to fix it; without one, all of them.
final class ExplainCommand implements Command {
  private final Console console;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    return Specs.command(
            "explain",
            "Say what a rule means and how to fix what it finds.",
            "concordat explain                              all rules",
            "concordat explain conform/undocumented-status  one rule",
            "concordat explain wrong-type                   the part after the slash is enough",
            "concordat explain contract/dangling-reference  what lint says of contracts, too",
            "concordat explain oasdiff:request-parameter-removed  what becomes of it here",
            "concordat explain buf:FIELD_SAME_TYPE")
        .addPositional(Specs.positional("RULE", "0..1", String.class, "A rule's id."))
        .addOption(Specs.format());
  }

  @Override
  public Verdict run(ParseResult given) {
    OutputFormat format = given.matchedOptionValue("--format", OutputFormat.text);
    String asked = given.matchedPositionalValue(0, "");
    if (asked.isEmpty()) {
      list(format);
      return Verdict.HOLDS;
    }
    if (asked.contains(":")) {
      return peer(asked, format);
    }
    Optional<Rule> rule =
        RuleBook.all().stream()
            .filter(r -> r.id().equals(asked) || r.id().endsWith("/" + asked))
            .findFirst();
    if (rule.isEmpty()) {
      Optional<ProblemRule> problem =
          problems().stream()
              .filter(p -> p.id().equals(asked) || p.id().endsWith("/" + asked))
              .findFirst();
      if (problem.isPresent()) {
        explain(problem.get(), format);
        return Verdict.HOLDS;
      }
      console.say("concordat: there is no rule '" + asked + "'." + nearest(asked));
      return Verdict.BAD_INPUT;
    }
    explain(rule.get(), format);
    return Verdict.HOLDS;
  }

  private void list(OutputFormat format) {
    if (format == OutputFormat.json) {
      List<JsonValue> rules =
          Stream.concat(
                  RuleBook.all().stream().map(ExplainCommand::json),
                  problems().stream().map(ExplainCommand::json))
              .toList();
      console.out().println(JsonText.pretty(new JsonArray(rules)));
      return;
    }
    int width = ids().stream().mapToInt(String::length).max().orElse(0);
    RuleBook.all().forEach(rule -> row(rule.id(), rule.title(), width));
    problems().forEach(problem -> row(problem.id(), problem.meaning(), width));
  }

  private void row(String id, String text, int width) {
    console.out().println(id + " ".repeat(width + 2 - id.length()) + text);
  }

  private static List<String> ids() {
    return Stream.concat(
            RuleBook.all().stream().map(Rule::id), problems().stream().map(ProblemRule::id))
        .toList();
  }

  /// What can be wrong with contracts, and with the list of accepted differences.
  private static List<ProblemRule> problems() {
    return Stream.concat(ContractProblems.all().stream(), AcceptanceProblems.all().stream())
        .toList();
  }

  /// What another tool's rule is here.
  private Verdict peer(String asked, OutputFormat format) {
    Optional<PeerRule> rule = PeerRules.named(asked);
    if (rule.isEmpty()) {
      console.say("concordat: no rule '" + asked + "' is known." + PeerRules.near(asked));
      return Verdict.BAD_INPUT;
    }
    new PeerRuleText(console.out()).print(rule.get(), format);
    return Verdict.HOLDS;
  }

  private void explain(ProblemRule problem, OutputFormat format) {
    if (format == OutputFormat.json) {
      console.out().println(JsonText.pretty(json(problem)));
      return;
    }
    console.out().println(problem.id());
    console.out().println();
    console.out().println(problem.meaning());
    console.out().println();
    console.out().println("To fix it: " + problem.fix());
  }

  private static JsonValue json(ProblemRule problem) {
    return new Members()
        .put("id", problem.id())
        .put("meaning", problem.meaning())
        .put("fix", problem.fix())
        .object();
  }

  private void explain(Rule rule, OutputFormat format) {
    if (format == OutputFormat.json) {
      console.out().println(JsonText.pretty(json(rule)));
      return;
    }
    console.out().println(rule.id() + " – " + rule.title());
    console.out().println();
    console.out().println(rule.meaning());
    console.out().println();
    console.out().println("To fix it: " + rule.fix());
  }

  private static JsonValue json(Rule rule) {
    return new Members()
        .put("id", rule.id())
        .put("proof", rule.proof().word())
        .put("title", rule.title())
        .put("meaning", rule.meaning())
        .put("fix", rule.fix())
        .object();
  }

  private static String nearest(String asked) {
    String guess =
        Stream.of("", "agree/", "conform/")
            .map(family -> DidYouMean.sentence(family + asked, ids()))
            .filter(sentence -> !sentence.isEmpty())
            .findFirst()
            .orElse("");
    return guess.isEmpty() ? " 'concordat explain' lists them all." : guess;
  }
}
