package dev.concordat.compare.peer;

import dev.concordat.model.comparison.Counting;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A tool for breaking changes whose rules have levels.
public enum LevelledTool {
  /// `oasdiff breaking`: `ERR`; with `--fail-on WARN` also `WARN`.
  OASDIFF("oasdiff", List.of("ERR", "WARN", "INFO"), 1),
  /// `graphql-inspector diff`: `BREAKING`.
  GRAPHQL_INSPECTOR("graphql-inspector", List.of("BREAKING", "DANGEROUS", "NON_BREAKING"), 1),
  /// `buf breaking`: the category `FILE`, which has all rules but those of the categories alone.
  BUF("buf", List.of("WIRE", "WIRE_JSON", "PACKAGE", "FILE"), 4),
  /// PactFlow's comparator of pacts with OpenAPI: `error`.
  PACT_COMPARATOR("openapi-pact-comparator", List.of("error", "warning", "info"), 1);

  private final String tool;

  // An immutable list of texts.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> levels;

  private final int counted;

  LevelledTool(String tool, List<String> levels, int counted) {
    this.tool = tool;
    this.levels = levels;
    this.counted = counted;
  }

  /// The tool of that name, as aliases have it.
  public static Optional<LevelledTool> named(String name) {
    return Arrays.stream(values()).filter(each -> each.tool.equalsIgnoreCase(name)).findFirst();
  }

  /// The name, as aliases have it.
  public String tool() {
    return tool;
  }

  /// The levels, the worst first.
  public List<String> levels() {
    return levels;
  }

  /// What makes that tool fail unless it is told otherwise.
  public Counting.ByLevels usual() {
    return new Counting.ByLevels(tool, levels.subList(0, counted));
  }

  /// Everything that is at least so bad.
  ///
  /// @return nothing where the tool has no such level
  public Optional<Counting.ByLevels> from(String level) {
    return levels.stream()
        .filter(each -> each.equalsIgnoreCase(level.replace('-', '_')))
        .findFirst()
        .map(each -> new Counting.ByLevels(tool, levels.subList(0, levels.indexOf(each) + 1)));
  }
}
