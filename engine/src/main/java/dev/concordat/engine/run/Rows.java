package dev.concordat.engine.run;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Rows of a table as JSON objects. Values go to the database untyped, so that it reads them by the column's type.
final class Rows {
  /// A flow looks for one row; more than a few that fit the condition teach nothing.
  private static final int MAX_ROWS = 20;

  private Rows() {}

  static List<JsonObject> select(Connection connection, String table, JsonObject where)
      throws SQLException {
    String condition =
        where.members().isEmpty()
            ? ""
            : where.members().entrySet().stream()
                .map(
                    it ->
                        quoted(it.getKey())
                            + (it.getValue() == JsonNull.NULL ? " IS NULL" : " = ?"))
                .collect(Collectors.joining(" AND ", " WHERE ", ""));
    String sql = "SELECT * FROM " + quoted(table) + condition + " LIMIT " + MAX_ROWS;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, where.members().values().stream().filter(it -> it != JsonNull.NULL).toList());
      return read(statement);
    }
  }

  /// Inserts a row and returns it as it was stored.
  static JsonObject insert(Connection connection, String table, JsonObject row)
      throws SQLException {
    String columns =
        row.members().keySet().stream().map(Rows::quoted).collect(Collectors.joining(", "));
    String marks = row.members().keySet().stream().map(it -> "?").collect(Collectors.joining(", "));
    String sql =
        row.members().isEmpty()
            ? "INSERT INTO " + quoted(table) + " DEFAULT VALUES RETURNING *"
            : "INSERT INTO "
                + quoted(table)
                + " ("
                + columns
                + ") VALUES ("
                + marks
                + ") RETURNING *";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, List.copyOf(row.members().values()));
      return read(statement).getFirst();
    }
  }

  private static void bind(PreparedStatement statement, List<JsonValue> values)
      throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      JsonValue value = values.get(i);
      if (value == JsonNull.NULL) {
        statement.setNull(i + 1, Types.OTHER);
      } else {
        String text = value instanceof JsonString(String string) ? string : value.toString();
        statement.setObject(i + 1, text, Types.OTHER);
      }
    }
  }

  private static List<JsonObject> read(PreparedStatement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery()) {
      ResultSetMetaData shape = result.getMetaData();
      var rows = new ArrayList<JsonObject>();
      while (result.next()) {
        Map<String, JsonValue> columns = new LinkedHashMap<>();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
          columns.put(shape.getColumnLabel(i), value(result, i, shape.getColumnTypeName(i)));
        }
        rows.add(new JsonObject(columns));
      }
      return rows;
    }
  }

  private static JsonValue value(ResultSet result, int column, String type) throws SQLException {
    String text = result.getString(column);
    if (text == null) {
      return JsonNull.NULL;
    }
    return switch (type) {
      case "bool" -> new JsonBoolean(result.getBoolean(column));
      case "timestamptz" ->
          new JsonString(result.getObject(column, OffsetDateTime.class).toInstant().toString());
      case "json", "jsonb" -> JsonParser.parse(text).value().orElseGet(() -> new JsonString(text));
      case "int2", "int4", "int8", "numeric", "float4", "float8", "serial", "bigserial" ->
          JsonNumber.isJsonNumber(text) ? new JsonNumber(text) : new JsonString(text);
      // Padded by the database to its length; the padding is not part of the value.
      case "bpchar" -> new JsonString(text.stripTrailing());
      default -> new JsonString(text);
    };
  }

  /// An identifier, `schema.table` allowed, quoted so that nothing in it can be SQL.
  private static String quoted(String name) {
    return java.util.Arrays.stream(name.split("\\."))
        .map(part -> "\"" + part.replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining("."));
  }
}
