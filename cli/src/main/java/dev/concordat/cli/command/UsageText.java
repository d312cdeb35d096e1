package dev.concordat.cli.command;

import dev.concordat.model.problem.DidYouMean;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with a command line, in the words of the person who typed it.
final class UsageText {
  private UsageText() {}

  static String of(ParameterException wrong) {
    CommandSpec spec = wrong.getCommandLine().getCommandSpec();
    return switch (wrong) {
      case UnmatchedArgumentException unmatched ->
          unmatched(unmatched.getUnmatched().getFirst(), spec);
      // What is missing may be there under a name with a typing error.
      case MissingParameterException missing
          when missing.getCommandLine().getUnmatchedArguments().stream()
              .anyMatch(UsageText::isOption) ->
          missing.getCommandLine().getUnmatchedArguments().stream()
              .filter(UsageText::isOption)
              .findFirst()
              .map(word -> unmatched(word, spec))
              .orElseThrow();
      case MissingParameterException missing when !missing.getMissing().isEmpty() ->
          missing(missing.getMissing().getFirst());
      default -> wrong(wrong);
    };
  }

  private static String unmatched(String word, CommandSpec spec) {
    Set<String> known = new TreeSet<>(spec.subcommands().keySet());
    known.addAll(spec.optionsMap().keySet());
    String what;
    if (isOption(word)) {
      what = "there is no option '" + word + "'.";
    } else if (spec.subcommands().isEmpty()) {
      what = "'" + word + "' is one argument too many.";
    } else {
      what = "there is no command '" + word + "'.";
    }
    return what + DidYouMean.sentence(word, known);
  }

  private static boolean isOption(String word) {
    return word.startsWith("-");
  }

  private static String missing(ArgSpec argument) {
    String description = argument.description().length == 0 ? "" : ": " + argument.description()[0];
    return argument.paramLabel() + " is missing" + description;
  }

  private static String wrong(ParameterException wrong) {
    ArgSpec argument = wrong.getArgSpec();
    if (argument != null && argument.type() == Long.class && wrong.getValue() != null) {
      return "'"
          + wrong.getValue()
          + "' is not a whole number, which "
          + argument.paramLabel()
          + " must be.";
    }
    return String.valueOf(wrong.getMessage()).replace("option option", "option");
  }
}
