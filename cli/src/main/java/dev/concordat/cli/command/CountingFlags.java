package dev.concordat.cli.command;

import dev.concordat.compare.peer.LevelledTool;
import dev.concordat.model.comparison.Counting;
import dev.concordat.model.comparison.Impact;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `--fail-on` and `--levels`: what makes the exit code 1.
final class CountingFlags {
  private CountingFlags() {}

  /// What was given.
  sealed interface Read {
    record Said(Counting counting) implements Read {}

    record Wrong(String why) implements Read {}
  }

  static void addTo(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("--fail-on")
            .paramLabel("IMPACT|LEVEL")
            .type(Set.class)
            .auxiliaryTypes(String.class)
            .splitRegex(",")
            .description(
                "What makes the exit code 1: "
                    + impacts()
                    + ". Default: breaks,unknown,misread,policy. With --levels, the mildest level of"
                    + " that tool that does.")
            .build());
    spec.addOption(
        Specs.option(
            "--levels",
            "TOOL",
            String.class,
            "Let the levels of another tool decide instead, as its rules call each difference: "
                + tools()
                + "."));
  }

  static Read read(ParseResult given) {
    Set<String> failOn = given.matchedOptionValue("--fail-on", Set.of());
    String tool = given.matchedOptionValue("--levels", "");
    return tool.isEmpty() ? impacts(failOn) : levels(tool, List.copyOf(failOn));
  }

  private static Read impacts(Set<String> words) {
    if (words.isEmpty()) {
      return new Read.Said(Counting.DEFAULT);
    }
    Set<Impact> impacts = EnumSet.noneOf(Impact.class);
    for (String word : words) {
      Optional<Impact> impact =
          Arrays.stream(Impact.values())
              .filter(each -> each.word().equalsIgnoreCase(word.strip()))
              .filter(each -> each != Impact.SAFE)
              .findFirst();
      if (impact.isEmpty()) {
        return new Read.Wrong(
            "--fail-on: there is no impact '" + word + "'; there are " + impacts());
      }
      impacts.add(impact.get());
    }
    return new Read.Said(new Counting.ByImpact(impacts));
  }

  private static Read levels(String name, List<String> failOn) {
    Optional<LevelledTool> found = LevelledTool.named(name.strip());
    if (found.isEmpty()) {
      return new Read.Wrong(
          "--levels: no levels of '" + name + "' are known; there are " + tools());
    }
    LevelledTool tool = found.get();
    if (failOn.isEmpty()) {
      return new Read.Said(tool.usual());
    }
    if (failOn.size() > 1) {
      return new Read.Wrong("--fail-on: with --levels name one level; what is worse counts too");
    }
    return tool.from(failOn.getFirst().strip())
        .<Read>map(Read.Said::new)
        .orElseGet(
            () ->
                new Read.Wrong(
                    "--fail-on: "
                        + tool.tool()
                        + " has no level '"
                        + failOn.getFirst()
                        + "'; it has "
                        + String.join(", ", tool.levels())));
  }

  private static String impacts() {
    return Arrays.stream(Impact.values())
        .filter(impact -> impact != Impact.SAFE)
        .map(Impact::word)
        .collect(Collectors.joining(", "));
  }

  private static String tools() {
    return Arrays.stream(LevelledTool.values())
        .map(tool -> tool.tool().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
