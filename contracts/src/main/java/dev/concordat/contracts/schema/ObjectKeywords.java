package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the members of objects must be.
final class ObjectKeywords {
  private ObjectKeywords() {}

  static Optional<Keyword> properties(KeywordSource source) {
    return source.namedSchemas().map(Properties::new);
  }

  static Optional<Keyword> patternProperties(KeywordSource source) {
    return source
        .namedSchemas()
        .map(
            named -> {
              Map<TextPattern, Schema> schemas = new LinkedHashMap<>();
              named.forEach(
                  (pattern, schema) ->
                      StringKeywords.matcher(source, pattern)
                          .ifPresent(p -> schemas.put(p, schema)));
              return new PatternProperties(schemas);
            });
  }

  static Optional<Keyword> additionalProperties(KeywordSource source) {
    Set<String> names = new HashSet<>();
    List<TextPattern> patterns = new ArrayList<>();
    if (source.sibling("properties").orElse(source.value()) instanceof ObjectNode named
        && source.sibling("properties").isPresent()) {
      named.members().forEach(member -> names.add(member.name()));
    }
    if (!source.dialect().isOldOpenApi()
        && source.sibling("patternProperties").isPresent()
        && source.sibling("patternProperties").get() instanceof ObjectNode named) {
      named
          .members()
          .forEach(member -> patterns.add(source.schema().loader().patterns().of(member.name())));
    }
    return source.schemaValue().map(schema -> new AdditionalProperties(schema, names, patterns));
  }

  static Optional<Keyword> propertyNames(KeywordSource source) {
    return source.schemaValue().map(PropertyNames::new);
  }

  private record Properties(Map<String, Schema> schemas) implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      if (!(value instanceof JsonObject object)) {
        return true;
      }
      boolean holds = true;
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        Schema schema = schemas.get(member.getKey());
        if (schema != null) {
          holds &= check.member(schema, member.getKey(), member.getValue());
          if (!holds && !check.reports()) {
            return false;
          }
          if (marks != null) {
            marks.member(member.getKey());
          }
        }
      }
      return holds;
    }
  }

  private record PatternProperties(Map<TextPattern, Schema> schemas) implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      if (!(value instanceof JsonObject object)) {
        return true;
      }
      boolean holds = true;
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        for (Map.Entry<TextPattern, Schema> entry : schemas.entrySet()) {
          if (entry.getKey().matches(member.getKey())) {
            holds &= check.member(entry.getValue(), member.getKey(), member.getValue());
            if (marks != null) {
              marks.member(member.getKey());
            }
          }
        }
      }
      return holds;
    }
  }

  private record AdditionalProperties(Schema schema, Set<String> names, List<TextPattern> patterns)
      implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      if (!(value instanceof JsonObject object)) {
        return true;
      }
      boolean holds = true;
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        if (isAdditional(member.getKey())) {
          holds &= allowed(member.getKey(), member.getValue(), check);
          if (!holds && !check.reports()) {
            return false;
          }
          if (marks != null) {
            marks.member(member.getKey());
          }
        }
      }
      return holds;
    }

    private boolean allowed(String name, JsonValue value, Check check) {
      return schema.allowsNothing()
          ? check.failsAtMember(
              "additionalProperties",
              name,
              value,
              "is unexpected, the contract allows no other members",
              "absent")
          : check.member(schema, name, value);
    }

    private boolean isAdditional(String name) {
      return !names.contains(name)
          && patterns.stream().noneMatch(pattern -> pattern.mayMatch(name));
    }
  }

  private record PropertyNames(Schema schema) implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      if (!(value instanceof JsonObject object)) {
        return true;
      }
      boolean holds = true;
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        var name = new JsonString(member.getKey());
        if (!check.nameWouldDo(schema, name)) {
          holds =
              check.failsAtMember(
                  "propertyNames",
                  member.getKey(),
                  member.getValue(),
                  "is not a name that the contract allows",
                  "a name as in " + schema.place().shortForm());
        }
      }
      return holds;
    }
  }
}
