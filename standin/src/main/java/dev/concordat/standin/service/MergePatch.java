package dev.concordat.standin.service;

import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.Map;

/// Changes of members: JSON Merge Patch (RFC 7396).
public final class MergePatch {
  /// What lies deeper replaces what is there.
  private static final int MAX_DEPTH = 100;

  private MergePatch() {}

  /// The target with the patch's members; null takes a member away.
  public static JsonObject merged(JsonObject target, JsonObject patch) {
    return merged(target, patch, 0);
  }

  private static JsonObject merged(JsonObject target, JsonObject patch, int depth) {
    JsonObject merged = target;
    for (Map.Entry<String, JsonValue> change : patch.members().entrySet()) {
      String name = change.getKey();
      merged =
          switch (change.getValue()) {
            case JsonNull ignored -> merged.without(name);
            case JsonObject inner when depth < MAX_DEPTH ->
                merged.with(
                    name,
                    merged(
                        merged.member(name).orElse(null) instanceof JsonObject o
                            ? o
                            : JsonObject.EMPTY,
                        inner,
                        depth + 1));
            default -> merged.with(name, change.getValue());
          };
    }
    return merged;
  }
}
