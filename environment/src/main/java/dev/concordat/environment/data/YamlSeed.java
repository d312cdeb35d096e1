package dev.concordat.environment.data;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Rows written as YAML: `table: [{column: value}, …]`, inserted in the order in which they stand. Every value is handed to
/// the database as text, digits as written, and gets the column's type there; objects and lists become JSON.
final class YamlSeed {
  private static final String FORM = "Write `table: [{column: value}]`.";

  private YamlSeed() {}

  /// One row.
  record Insert(String sql, Place place) {}

  static List<Insert> inserts(String part, Document document) throws EnvironmentFailure {
    var inserts = new ArrayList<Insert>();
    if (!(document.root() instanceof ObjectNode tables)) {
      throw wrong(part, document.root(), "a seed is a map of tables");
    }
    for (ObjectNode.Member table : tables.members()) {
      if (!(table.value() instanceof ArrayNode rows)) {
        throw wrong(part, table.value(), "table " + table.name() + " has no list of rows");
      }
      for (Node row : rows.items()) {
        if (!(row instanceof ObjectNode columns)) {
          throw wrong(part, row, "a row of " + table.name() + " is not a map of columns");
        }
        inserts.add(new Insert(insert(table.name(), columns), row.place()));
      }
    }
    return inserts;
  }

  private static String insert(String table, ObjectNode row) {
    String target = String.join(".", List.of(table.split("\\.")).stream().map(Sql::name).toList());
    if (row.members().isEmpty()) {
      return "INSERT INTO " + target + " DEFAULT VALUES";
    }
    String columns =
        row.members().stream()
            .map(member -> Sql.name(member.name()))
            .collect(Collectors.joining(", "));
    String values =
        row.members().stream()
            .map(member -> literal(member.value()))
            .collect(Collectors.joining(", "));
    return "INSERT INTO " + target + " (" + columns + ") VALUES (" + values + ")";
  }

  private static String literal(Node node) {
    return switch (node) {
      case ScalarNode scalar when scalar.isNull() -> "NULL";
      case ScalarNode scalar -> Sql.text(scalar.text().orElseGet(() -> scalar.value().toString()));
      case ArrayNode array -> Sql.text(array.toJson().toString());
      case ObjectNode object -> Sql.text(object.toJson().toString());
    };
  }

  private static EnvironmentFailure wrong(String part, Node node, String message) {
    return EnvironmentFailure.data(part, node.place().shortForm() + ": " + message, FORM);
  }
}
