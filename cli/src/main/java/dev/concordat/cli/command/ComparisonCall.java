package dev.concordat.cli.command;

import dev.concordat.cli.comparison.ComparisonRequest;
import dev.concordat.cli.comparison.Comparisons;
import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.model.comparison.ComparisonReport.Question;
import dev.concordat.model.comparison.Counting;
import dev.concordat.model.run.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.ParseResult;

/// What `diff` and `agree` do alike: several contracts, then the one that they are held against.
final class ComparisonCall {
  private final Console console;
  private final Installation installation;
  private final Comparisons comparisons;
  private final Supplier<LocalDate> today;

  ComparisonCall(
      Console console,
      Installation installation,
      Comparisons comparisons,
      Supplier<LocalDate> today) {
    this.console = console;
    this.installation = installation;
    this.comparisons = comparisons;
    this.today = today;
  }

  /// @param both what has to be named: `an OLD and a NEW`
  Verdict run(ParseResult given, Question question, String both) {
    List<String> words = given.matchedPositionalValue(0, List.of());
    if (words.size() < 2) {
      refused("name " + both + " contract: files, folders, or git revisions of them.");
      console.say("Try 'concordat " + question.name().toLowerCase(Locale.ROOT) + " --help'.");
      return Verdict.BAD_INPUT;
    }
    return switch (CountingFlags.read(given)) {
      case CountingFlags.Read.Wrong(String why) -> refused(why);
      case CountingFlags.Read.Said(Counting counting) -> run(given, question, words, counting);
    };
  }

  private Verdict run(ParseResult given, Question question, List<String> words, Counting counting) {
    ComparisonRequest request;
    try {
      request =
          ComparisonFlags.request(
              given,
              question,
              words.subList(0, words.size() - 1),
              words.subList(words.size() - 1, words.size()),
              counting,
              installation,
              today.get());
    } catch (IllegalArgumentException wrong) {
      return refused("--allow-reference: " + wrong.getMessage());
    }
    return comparisons.run(request, ComparisonFlags.telling(given, installation));
  }

  /// Says what is wrong with what was given.
  Verdict refused(String why) {
    console.say("concordat: " + why);
    return Verdict.BAD_INPUT;
  }
}
