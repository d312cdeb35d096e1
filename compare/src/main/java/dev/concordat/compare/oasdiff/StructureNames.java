package dev.concordat.compare.oasdiff;

import dev.concordat.compare.oasdiff.Transition.Concern;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Conditions, dependencies, names of members, and what discriminators and contents say.
final class StructureNames {
  private static final Map<String, String> SCHEMAS = new LinkedHashMap<>();

  static {
    SCHEMAS.put("if", "if");
    SCHEMAS.put("then", "then");
    SCHEMAS.put("else", "else");
    SCHEMAS.put("contains", "contains");
    SCHEMAS.put("propertyNames", "property-names");
    SCHEMAS.put("unevaluatedItems", "unevaluated-items");
    SCHEMAS.put("unevaluatedProperties", "unevaluated-properties");
  }

  private StructureNames() {}

  static void name(Pair pair, Transition transition, NameSink sink) {
    if (!transition.explains(Concern.STRUCTURE)) {
      SCHEMAS.forEach((keyword, word) -> presence(pair, keyword, word, sink));
      members(pair, "dependentRequired", "dependent-required", sink);
      members(pair, "dependentSchemas", "dependent-schema", sink);
      discriminator(pair, sink);
    }
    if (!transition.explains(Concern.CONSTRAINTS)) {
      members(pair, "patternProperties", "pattern-property", sink);
    }
    presence(pair, "contentSchema", "content-schema", sink);
    changed(pair, "contentMediaType", "content-media-type", sink);
    changed(pair, "contentEncoding", "content-encoding", sink);
  }

  private static void presence(Pair pair, String keyword, String word, NameSink sink) {
    boolean was = pair.before().has(keyword);
    boolean is = pair.after().has(keyword);
    if (was != is) {
      sink.add(pair, word + (is ? "-added" : "-removed"), keyword);
    }
  }

  private static void changed(Pair pair, String keyword, String word, NameSink sink) {
    if (!pair.before().text(keyword).equals(pair.after().text(keyword))) {
      sink.add(pair, word + "-changed", keyword);
    }
  }

  private static void members(Pair pair, String keyword, String word, NameSink sink) {
    Map<String, JsonValue> was = members(pair.before().node(keyword));
    Map<String, JsonValue> is = members(pair.after().node(keyword));
    was.forEach(
        (name, value) -> {
          if (!is.containsKey(name)) {
            sink.add(pair, word + "-removed", keyword);
          } else if (!value.equals(is.get(name))) {
            sink.add(pair, word + "-changed", keyword);
          }
        });
    is.forEach(
        (name, value) -> {
          if (!was.containsKey(name)) {
            sink.add(pair, word + "-added", keyword);
          }
        });
  }

  private static Map<String, JsonValue> members(Optional<Node> node) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    if (node.orElse(null) instanceof ObjectNode object) {
      object.members().forEach(member -> members.put(member.name(), member.value().toJson()));
    }
    return members;
  }

  private static void discriminator(Pair pair, NameSink sink) {
    Optional<Node> was = pair.before().node("discriminator");
    Optional<Node> is = pair.after().node("discriminator");
    if (was.isPresent() != is.isPresent()) {
      sink.add(
          pair, is.isPresent() ? "discriminator-added" : "discriminator-removed", "discriminator");
    }
    if (was.isEmpty() || is.isEmpty()) {
      return;
    }
    Map<String, JsonValue> before = members(was);
    Map<String, JsonValue> after = members(is);
    if (!Optional.ofNullable(before.get("propertyName"))
        .equals(Optional.ofNullable(after.get("propertyName")))) {
      sink.add(pair, "discriminator-property-name-changed", "discriminator");
    }
    mapping(pair, mappingOf(was.get()), mappingOf(is.get()), sink);
  }

  private static Map<String, JsonValue> mappingOf(Node discriminator) {
    return discriminator instanceof ObjectNode object ? members(object.get("mapping")) : Map.of();
  }

  private static void mapping(
      Pair pair, Map<String, JsonValue> was, Map<String, JsonValue> is, NameSink sink) {
    if (!was.keySet().containsAll(is.keySet())) {
      sink.add(pair, "discriminator-mapping-added", "mapping");
    }
    if (!is.keySet().containsAll(was.keySet())) {
      sink.add(pair, "discriminator-mapping-deleted", "mapping");
    }
    Set<String> both = new HashSet<>(was.keySet());
    both.retainAll(is.keySet());
    for (String key : List.copyOf(was.keySet())) {
      if (both.contains(key)
          && !Optional.ofNullable(was.get(key)).equals(Optional.ofNullable(is.get(key)))) {
        sink.add(pair, "discriminator-mapping-changed", "mapping");
      }
    }
  }
}
