package dev.concordat.registry.matrix;

import dev.concordat.registry.link.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An answer about the matrix as plain text: the table that the Pact dialect prints, and the addresses of the results.
final class MatrixText {
  private static final List<String> TITLES =
      List.of("CONSUMER", "C.VERSION", "PROVIDER", "P.VERSION", "SUCCESS?", "RESULT#");

  /// Numbers that are commits are shortened to this and what abbreviates them.
  private static final int SHORT_COMMIT = 7;

  private static final String COMMIT = "[0-9a-f]{40}";

  private MatrixText() {}

  static String of(Links links, MatrixAnswer answer) {
    List<List<String>> lines = new ArrayList<>(List.of(TITLES));
    List<String> results = new ArrayList<>();
    answer.considered().forEach(row -> add(links, row, "", lines, results));
    answer.ignored().forEach(row -> add(links, row, " [ignored]", lines, results));
    if (lines.size() == 1) {
      return "";
    }
    StringBuilder text = new StringBuilder(table(lines));
    if (!results.isEmpty()) {
      text.append("\n\nVERIFICATION RESULTS\n--------------------\n")
          .append(String.join("\n", results));
    }
    return text.toString();
  }

  private static void add(
      Links links, Row row, String suffix, List<List<String>> lines, List<String> results) {
    Optional<Row.Result> result = row.result();
    result.ifPresent(
        found ->
            results.add(
                (results.size() + 1)
                    + ". "
                    + MatrixJson.resultUrl(links, row, found)
                    + (found.success() ? " (success)" : " (failure)")));
    lines.add(
        List.of(
            row.consumer(),
            shortened(row.consumerVersion()),
            row.provider(),
            result.map(Row.Result::providerVersion).map(MatrixText::shortened).orElse("???"),
            result.map(found -> Boolean.toString(found.success())).orElse("???") + suffix,
            result.map(_ -> Integer.toString(results.size())).orElse("")));
  }

  private static String shortened(String number) {
    return number.matches(COMMIT) ? number.substring(0, SHORT_COMMIT) + "..." : number;
  }

  private static String table(List<List<String>> lines) {
    int[] widths = new int[TITLES.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    List<String> out = new ArrayList<>();
    for (List<String> line : lines) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < widths.length; i++) {
        boolean isLast = i == widths.length - 1;
        String padding = isLast ? "" : " ".repeat(widths[i] - line.get(i).length());
        cells.add(line.get(i) + padding);
      }
      out.add(String.join(" | ", cells));
      if (out.size() == 1) {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
          rules.add("-".repeat(widths[i]));
        }
        out.add(String.join("-|-", rules));
      }
    }
    return String.join("\n", out);
  }
}
