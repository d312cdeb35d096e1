package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the members of an object must be: those that are named, those whose name matches a pattern, and the rest.
final class MembersKeyword implements Keyword {
  /// What members must be whose names match.
  record ByPattern(TextPattern pattern, Schema schema) {}

  private final Map<String, Schema> named;
  private final ByPattern[] patterns;
  private final @Nullable Schema additional;

  MembersKeyword(Map<String, Schema> named, List<ByPattern> patterns, Optional<Schema> additional) {
    this.named = named;
    this.patterns = patterns.toArray(ByPattern[]::new);
    this.additional = additional.orElse(null);
  }

  @Override
  public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
    if (!(value instanceof JsonObject object)) {
      return true;
    }
    boolean holds = true;
    int size = object.size();
    for (int at = 0; at < size; at++) {
      if (!member(object, at, check, marks)) {
        if (!check.reports()) {
          return false;
        }
        holds = false;
      }
    }
    return holds;
  }

  private boolean member(JsonObject object, int at, Check check, @Nullable Evaluated marks) {
    String name = object.nameAt(at);
    JsonValue value = object.valueAt(at);
    boolean isNamed = false;
    boolean holds = true;
    Schema schema = named.get(name);
    if (schema != null) {
      isNamed = true;
      holds = check.member(schema, name, value);
      mark(marks, at);
    }
    for (ByPattern each : patterns) {
      if (each.pattern.mayMatch(name)) {
        isNamed = true;
        if (each.pattern.matches(name)) {
          holds &= check.member(each.schema, name, value);
          mark(marks, at);
        }
      }
    }
    if (!isNamed && additional != null) {
      mark(marks, at);
      return isAllowed(additional, name, value, check);
    }
    return holds;
  }

  private static void mark(@Nullable Evaluated marks, int at) {
    if (marks != null) {
      marks.add(at);
    }
  }

  private static boolean isAllowed(Schema schema, String name, JsonValue value, Check check) {
    return schema.allowsNothing()
        ? check.failsAtMember(
            "additionalProperties",
            name,
            value,
            "is unexpected, the contract allows no other members",
            "absent")
        : check.member(schema, name, value);
  }
}
