package dev.concordat.compare.schema;

import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaLoader;
import dev.concordat.contracts.tree.Documents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// Pairs of schemas as text, and what comes of comparing them as text.
final class Given {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private Given() {}

  static SchemaComparison comparison() {
    return new SchemaComparison(Policies.defaults(TODAY));
  }

  /// In JSON with single quotes.
  static Schema schema(Dialect dialect, String file, String text) {
    var documents = new Documents(Path.of("."));
    byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return new SchemaLoader(documents, dialect).load(documents.parse(file, bytes).root());
  }

  /// One line for each difference: `minimum increased /price: breaks {'price':1}`.
  static List<String> differences(Way way, String before, String after) {
    return differences(way, Dialect.OPENAPI_3_1, before, Dialect.OPENAPI_3_1, after);
  }

  static List<String> differences(
      Way way, Dialect dialectBefore, String before, Dialect dialectAfter, String after) {
    return comparison()
        .compare(
            schema(dialectBefore, "before.json", before),
            schema(dialectAfter, "after.json", after),
            way)
        .stream()
        .map(Given::line)
        .toList();
  }

  static String line(SchemaDifference difference) {
    String edits =
        difference.edits().isEmpty()
            ? "?"
            : String.join(
                " and ",
                difference.edits().stream()
                    .map(
                        edit ->
                            edit.keyword()
                                + (edit.name().isEmpty() ? "" : " " + edit.name())
                                + " "
                                + edit.change().name().toLowerCase(Locale.ROOT))
                    .toList());
    return "%s @%s: %s".formatted(edits, difference.pointer(), answer(difference.verdict()));
  }

  static String answer(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Proved ignored -> "safe";
      case Verdict.Breaks breaks -> "breaks " + breaks.witness().toString().replace('"', '\'');
      case Verdict.Unknown(String reason, List<String> ignored) -> "unknown: " + reason;
    };
  }
}
