package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `unevaluatedItems` and `unevaluatedProperties`: what no other keyword looked at.
final class UnevaluatedKeywords {
  private UnevaluatedKeywords() {}

  static Optional<Keyword> items(KeywordSource source) {
    return source.schemaValue().map(UnevaluatedItems::new);
  }

  static Optional<Keyword> properties(KeywordSource source) {
    return source.schemaValue().map(UnevaluatedProperties::new);
  }

  private record UnevaluatedItems(Schema schema) implements Keyword {
    @Override
    public boolean comesLast() {
      return true;
    }

    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      if (!(value instanceof JsonArray(List<JsonValue> items)) || marks == null) {
        return true;
      }
      boolean holds = true;
      for (int i = 0; i < items.size(); i++) {
        if (!marks.has(i)) {
          holds &= check.item(schema, i, items.get(i));
          if (!holds && !check.reports()) {
            return false;
          }
        }
      }
      marks.addAll();
      return holds;
    }
  }

  private record UnevaluatedProperties(Schema schema) implements Keyword {
    @Override
    public boolean comesLast() {
      return true;
    }

    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      if (!(value instanceof JsonObject object) || marks == null) {
        return true;
      }
      boolean holds = true;
      for (int at = 0; at < object.size(); at++) {
        if (!marks.has(at)) {
          holds &= allowed(object.nameAt(at), object.valueAt(at), check);
          if (!holds && !check.reports()) {
            return false;
          }
        }
      }
      marks.addAll();
      return holds;
    }

    private boolean allowed(String name, JsonValue value, Check check) {
      return schema.allowsNothing()
          ? check.failsAtMember(
              "unevaluatedProperties",
              name,
              value,
              "is unexpected, the contract allows no other members",
              "absent")
          : check.member(schema, name, value);
    }
  }
}
