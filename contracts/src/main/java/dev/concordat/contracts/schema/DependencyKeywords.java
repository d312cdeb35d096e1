package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What must hold if a member is there: `dependentRequired`, `dependentSchemas`, and `dependencies`, which is both.
final class DependencyKeywords {
  private DependencyKeywords() {}

  static Optional<Keyword> required(KeywordSource source) {
    return mixed(source);
  }

  static Optional<Keyword> schemas(KeywordSource source) {
    return source
        .namedSchemas()
        .map(schemas -> new Dependencies(source.keyword(), Map.of(), schemas));
  }

  static Optional<Keyword> mixed(KeywordSource source) {
    if (!(source.value() instanceof ObjectNode object)) {
      return source.wrong("an object");
    }
    Map<String, List<String>> names = new LinkedHashMap<>();
    Map<String, Schema> schemas = new LinkedHashMap<>();
    for (ObjectNode.Member member : object.members()) {
      if (member.value() instanceof ArrayNode array) {
        names.put(
            member.name(),
            array.items().stream().flatMap(item -> Names.text(item).stream()).toList());
      } else if (!source.keyword().equals("dependentRequired")) {
        schemas.put(member.name(), source.schema().inner(member.value()));
      }
    }
    return Optional.of(new Dependencies(source.keyword(), names, schemas));
  }

  private record Dependencies(
      String keyword, Map<String, List<String>> names, Map<String, Schema> schemas)
      implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      if (!(value instanceof JsonObject object)) {
        return true;
      }
      boolean holds = true;
      for (Map.Entry<String, List<String>> entry : names.entrySet()) {
        if (object.has(entry.getKey())) {
          holds &= hasAll(object, entry.getKey(), entry.getValue(), check);
        }
      }
      for (Map.Entry<String, Schema> entry : schemas.entrySet()) {
        if (object.has(entry.getKey())) {
          holds &= check.inPlace(entry.getValue(), value, marks);
        }
      }
      return holds;
    }

    private boolean hasAll(JsonObject object, String cause, List<String> wanted, Check check) {
      boolean holds = true;
      for (String name : wanted) {
        if (!object.has(name)) {
          holds =
              check.failsAtMember(
                  keyword,
                  name,
                  null,
                  "is missing, the contract requires it beside `" + cause + "`",
                  "present");
        }
      }
      return holds;
    }
  }
}
