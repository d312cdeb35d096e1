package dev.concordat.conform.resource;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import java.util.LinkedHashMap;
import java.util.Map;

/// The members that a schema of an object names, those of its `allOf` parts included; of alternatives the first of each name.
public final class SchemaMembers {
  private static final int MAX_DEPTH = 6;

  private final Map<String, Schema> members = new LinkedHashMap<>();

  private SchemaMembers() {}

  /// By name, in the order of the contract.
  public static Map<String, Schema> of(Schema schema) {
    var all = new SchemaMembers();
    all.add(schema, 0);
    return all.members;
  }

  private void add(Schema schema, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    SchemaView view = schema.view();
    view.properties().forEach(members::putIfAbsent);
    view.allOf().forEach(part -> add(part, depth + 1));
    view.oneOf().forEach(part -> add(part, depth + 1));
    view.anyOf().forEach(part -> add(part, depth + 1));
  }
}
