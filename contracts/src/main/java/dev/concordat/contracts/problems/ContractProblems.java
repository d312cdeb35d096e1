package dev.concordat.contracts.problems;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Every problem that reading or linting a contract can give. A new one is one row in its family's list, and one golden
/// case; a test compares the rows with the ids in the code.
public final class ContractProblems {
  private static final List<ProblemRule> ALL =
      Stream.of(
              LintRules.ALL,
              DocumentRules.ALL,
              ReferenceRules.ALL,
              SentenceRules.ALL,
              SwaggerRules.ALL,
              OpenApiRules.ALL,
              MessageRules.ALL,
              AvroRules.ALL,
              PactRules.ALL,
              StubRules.ALL,
              ArazzoRules.ALL,
              RpcRules.ALL)
          .flatMap(List::stream)
          .toList();

  private ContractProblems() {}

  /// All of them, by family.
  public static List<ProblemRule> all() {
    return ALL;
  }

  /// The one with this id.
  public static Optional<ProblemRule> find(String id) {
    return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /// The reference page `docs/reference/contract-problems.md`.
  public static String markdown() {
    var page =
        new StringBuilder(
            "# Problems of contracts\n\nWhat reading or `concordat lint` can say of a contract."
                + " `concordat explain ID` prints an entry.\n");
    String family = "";
    for (ProblemRule rule : ALL) {
      if (!rule.family().equals(family)) {
        family = rule.family();
        page.append("\n## ")
            .append(family)
            .append("\n\n| id | what it means | what to do |\n|---|---|---|\n");
      }
      page.append("| `")
          .append(rule.id())
          .append("` | ")
          .append(cell(rule.meaning()))
          .append(" | ")
          .append(cell(rule.fix()))
          .append(" |\n");
    }
    return page.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
