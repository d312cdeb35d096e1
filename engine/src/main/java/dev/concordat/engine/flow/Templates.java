package dev.concordat.engine.flow;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/// Turns templates into values.
public final class Templates {
  private Templates() {}

  /// The value of a template in a scope.
  ///
  /// @throws UnresolvedException when a reference leads nowhere
  public static JsonValue fill(Template template, Scope scope) {
    return switch (template) {
      case Template.Literal(JsonValue value) -> value;
      case Template.Referred referred ->
          scope
              .find(referred.reference())
              .orElseThrow(() -> new UnresolvedException(referred.reference()));
      case Template.Generated generated ->
          NewValues.make(
              generated.what(),
              scope.seed() + "|" + generated.place().file() + generated.place().pointer());
      case Template.Items items ->
          new JsonArray(items.items().stream().map(item -> fill(item, scope)).toList());
      case Template.Members members -> fill(members, scope);
    };
  }

  /// The value of an object template.
  ///
  /// @throws UnresolvedException when a reference leads nowhere
  public static JsonObject fill(Template.Members members, Scope scope) {
    Map<String, JsonValue> filled = new LinkedHashMap<>();
    members.members().forEach((name, template) -> filled.put(name, fill(template, scope)));
    return new JsonObject(filled);
  }
}
