package dev.concordat.cases.shape;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The texts of a value.
public final class Texts {
  private static final int MAX_DEPTH = 6;
  private static final int MAX_TEXTS = 100;

  private Texts() {}

  /// The way to each text.
  public static List<List<String>> texts(JsonValue value) {
    var all = new ArrayList<List<String>>();
    collect(value, List.of(), all);
    return all;
  }

  private static void collect(JsonValue value, List<String> tokens, List<List<String>> all) {
    if (tokens.size() > MAX_DEPTH || all.size() >= MAX_TEXTS) {
      return;
    }
    switch (value) {
      case JsonString ignored -> all.add(tokens);
      case JsonObject object ->
          object.members().forEach((name, member) -> collect(member, inside(tokens, name), all));
      case JsonArray(List<JsonValue> items) when !items.isEmpty() ->
          collect(items.getFirst(), inside(tokens, "0"), all);
      default -> {
        // Nothing that could grow.
      }
    }
  }

  private static List<String> inside(List<String> tokens, String token) {
    var inside = new ArrayList<>(tokens);
    inside.add(token);
    return List.copyOf(inside);
  }

  /// The value with another text at the end of a way, as far as the way leads.
  public static JsonValue with(JsonValue value, List<String> tokens, JsonString text) {
    return Places.with(value, tokens, Optional.of(text));
  }
}
