package dev.concordat.engine.run;

import dev.concordat.engine.resilience.Pair.Left;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What exchanges have left, so that it can be compared.
final class LeftBehind {
  private static final String KEY = "id";

  private LeftBehind() {}

  /// Rows as they were last.
  ///
  /// @param isWanted whether the rows of a database count
  static Collection<Left> rows(List<Exchange> exchanges, Predicate<String> isWanted) {
    Map<String, Left> rows = new LinkedHashMap<>();
    for (Exchange exchange : exchanges) {
      if (exchange instanceof RowChange row && isWanted.test(row.part())) {
        row(row, rows);
      }
    }
    return rows.values();
  }

  private static void row(RowChange change, Map<String, Left> rows) {
    String table = "rows of " + change.part() + "." + change.table();
    String key = table + "|" + key(change.columns());
    if (change.kind() == RowChange.Kind.DELETE) {
      rows.put(key, new Left(table, Map.of("deleted", "true")));
      return;
    }
    Map<String, String> values = new LinkedHashMap<>();
    change.columns().forEach((column, value) -> values.put(column, value.orElse("NULL")));
    rows.put(key, new Left(table, values));
  }

  private static String key(Map<String, Optional<String>> columns) {
    Optional<String> named = columns.getOrDefault(KEY, Optional.empty());
    return named.or(() -> columns.values().stream().findFirst().flatMap(it -> it)).orElse("");
  }

  /// The members of a body.
  static Map<String, String> values(JsonValue body) {
    Map<String, String> values = new LinkedHashMap<>();
    if (body instanceof JsonObject object) {
      object.members().forEach((member, value) -> values.put(member, value.toString()));
    } else {
      values.put("body", body.toString());
    }
    return values;
  }
}
