package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;
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
        if (!marks.hasItem(i)) {
          holds &= check.item(schema, i, items.get(i));
        }
      }
      marks.allItems();
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
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        if (!marks.hasMember(member.getKey())) {
          holds &= allowed(member.getKey(), member.getValue(), check);
        }
      }
      marks.allMembers();
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
