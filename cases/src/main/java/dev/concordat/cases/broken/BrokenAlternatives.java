package dev.concordat.cases.broken;

import dev.concordat.cases.value.Facts;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Breaks `oneOf` and `anyOf` by values that fit none of the alternatives.
final class BrokenAlternatives {
  static final String WAY = "alternative";

  private static final String NONE = "none-of-them";

  private BrokenAlternatives() {}

  static List<Attempt> of(Facts facts, JsonValue value) {
    var attempts = new ArrayList<Attempt>();
    for (SchemaView view : facts.views()) {
      add(attempts, "oneOf", view.oneOf(), value);
      add(attempts, "anyOf", view.anyOf(), value);
    }
    return attempts;
  }

  private static void add(
      List<Attempt> attempts, String keyword, List<Schema> branches, JsonValue value) {
    if (branches.size() < 2) {
      return;
    }
    var options = new ArrayList<Option>();
    if (value instanceof JsonObject object) {
      kinds(branches, object).forEach(kind -> options.add(option(object.with(kind, text()))));
      options.add(option(JsonObject.EMPTY));
      options.add(option(new JsonObject(Map.of("concordat", text()))));
    } else {
      options.add(option(text()));
      options.add(option(new JsonObject(Map.of("concordat", text()))));
    }
    attempts.add(new Attempt(List.of(keyword), "", WAY, options));
  }

  private static JsonString text() {
    return new JsonString(NONE);
  }

  /// Members by whose value the alternatives are told apart.
  private static List<String> kinds(List<Schema> branches, JsonObject object) {
    return object.members().keySet().stream()
        .filter(
            name ->
                branches.stream()
                    .map(branch -> branch.view().properties().get(name))
                    .anyMatch(BrokenAlternatives::isOfOneValue))
        .toList();
  }

  private static boolean isOfOneValue(@Nullable Schema schema) {
    return schema != null
        && (schema.view().constValue().isPresent() || schema.view().enumValues().isPresent());
  }

  private static Option option(JsonValue value) {
    return new Option("like none of its alternatives (" + value + ")", value);
  }
}
