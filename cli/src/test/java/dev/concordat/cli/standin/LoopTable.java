package dev.concordat.cli.standin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Results as a page: how many there are of each kind, findings by defect of the contract, each description with its
/// defects, what is not explained.
final class LoopTable {
  private LoopTable() {}

  static String of(List<LoopResult> results) {
    var page = new StringBuilder("| descriptions | | |\n|---|---:|---:|\n");
    long readable = results.stream().filter(LoopResult::isReadable).count();
    row(page, "tried", results.size(), readable);
    row(page, "readable", readable, readable);
    row(page, "served", count(results, LoopResult::isServed), readable);
    row(page, "without findings", count(results, LoopResult::isClean), readable);
    row(page, "all findings explained", count(results, LoopResult::isExplained), readable);
    row(
        page,
        "something unexplained",
        count(results, it -> it.isServed() && !it.isClean() && !it.isExplained()),
        readable);
    row(page, "crashed", count(results, it -> it.kind().equals("bug")), readable);
    page.append("\n| defect of the contract | rule | descriptions |\n|---|---|---:|\n");
    Map<String, Integer> causes = new TreeMap<>();
    for (LoopResult result : results) {
      result.findings().stream()
          .map(it -> (it.defect().isEmpty() ? "unexplained" : it.defect()) + " | " + it.rule())
          .distinct()
          .forEach(cause -> causes.merge(cause, 1, Integer::sum));
    }
    causes.forEach(
        (cause, many) -> page.append("| ").append(cause).append(" | ").append(many).append(" |\n"));
    page.append("\n| description | defect of the contract |\n|---|---|\n");
    for (LoopResult result : results) {
      result.findings().stream()
          .map(LoopResult.Finding::defect)
          .filter(defect -> !defect.isEmpty())
          .distinct()
          .sorted()
          .forEach(defect -> explained(page, result.description(), defect));
    }
    page.append("\n");
    for (LoopResult result : results) {
      result.findings().stream()
          .filter(finding -> finding.defect().isEmpty())
          .forEach(
              it ->
                  page.append(result.description())
                      .append(": ")
                      .append(it.rule())
                      .append(' ')
                      .append(it.text())
                      .append('\n'));
    }
    return page.toString();
  }

  private static void explained(StringBuilder page, String description, String defect) {
    page.append("| `").append(description).append("` | ").append(defect).append(" |\n");
  }

  private static long count(List<LoopResult> results, Predicate<LoopResult> of) {
    return results.stream().filter(of).count();
  }

  private static void row(StringBuilder page, String name, long many, long of) {
    page.append(
        String.format(
            Locale.ROOT, "| %s | %d | %.1f %% |%n", name, many, 100.0 * many / Math.max(1, of)));
  }
}
