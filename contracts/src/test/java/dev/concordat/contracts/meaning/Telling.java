package dev.concordat.contracts.meaning;

import static dev.concordat.contracts.meaning.Operator.flag;
import static dev.concordat.contracts.meaning.Operator.number;
import static dev.concordat.contracts.meaning.Operator.one;
import static dev.concordat.contracts.meaning.Operator.put;
import static dev.concordat.contracts.meaning.Operator.rename;
import static dev.concordat.contracts.meaning.Operator.text;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Changes of a contract that change what may be sent.
final class Telling {
  static final List<Operator> OF_SCHEMAS =
      List.of(
          schema(
              "a property less",
              s ->
                  properties(s).keySet().stream()
                      .findFirst()
                      .map(n -> properties(s).remove(n))
                      .isPresent()),
          schema(
              "a property more",
              s ->
                  s.containsKey("properties")
                      && put(properties(s), "added", object("type", text("string")))),
          schema(
              "a property renamed",
              s ->
                  properties(s).keySet().stream()
                      .findFirst()
                      .map(n -> rename(properties(s), n, n + "2"))
                      .orElse(false)),
          schema(
              "a requirement more",
              s -> s.get("required") instanceof List<?> r && Tree.list(r).add(text("more"))),
          schema(
              "a requirement less",
              s ->
                  s.get("required") instanceof List<?> r
                      && r.size() > 0
                      && Tree.list(r).removeFirst() != null),
          schema(
              "another type",
              s ->
                  s.get("type") instanceof JsonString(String t)
                      && put(s, "type", text(t.equals("string") ? "integer" : "string"))),
          schema(
              "null allowed",
              s ->
                  s.get("type") instanceof JsonString t
                      && put(s, "type", new ArrayList<>(List.of(t, text("null"))))),
          schema("another format", s -> put(s, "format", text("made-up"))),
          schema(
              "an enumeration",
              s -> !s.containsKey("enum") && put(s, "enum", new ArrayList<>(List.of(text("x"))))),
          schema(
              "an allowed value more",
              s -> s.get("enum") instanceof List<?> e && Tree.list(e).add(text("more"))),
          schema(
              "an allowed value less",
              s ->
                  s.get("enum") instanceof List<?> e
                      && e.size() > 1
                      && Tree.list(e).removeFirst() != null),
          schema(
              "a minimum",
              s -> !s.containsKey("minimum") && put(s, "minimum", new JsonNumber("-17.5"))),
          schema("a bound moved", Telling::nudge),
          schema("an exclusive bound", s -> put(s, "exclusiveMaximum", number(1_000_003))),
          schema(
              "a length", s -> !s.containsKey("maxLength") && put(s, "maxLength", number(12345))),
          schema("a multiple", s -> put(s, "multipleOf", new JsonNumber("0.007"))),
          schema("another pattern", s -> put(s, "pattern", text("^nothing$"))),
          schema(
              "no other properties",
              s ->
                  !flag(false).equals(s.get("additionalProperties"))
                      && put(s, "additionalProperties", flag(false))),
          schema("unique items", s -> put(s, "uniqueItems", flag(true))),
          schema("a size", s -> put(s, "minItems", number(3))),
          schema("many properties", s -> put(s, "minProperties", number(7))),
          schema("another default", s -> put(s, "default", text("the default"))),
          schema("read only", s -> put(s, "readOnly", flag(true))),
          schema("write only", s -> put(s, "writeOnly", flag(true))),
          schema("not", s -> put(s, "not", object("type", text("null")))),
          schema(
              "allOf",
              s -> put(s, "allOf", new ArrayList<>(List.of(object("maxLength", number(3)))))));

  static final List<Operator> OF_OPERATIONS =
      List.of(
          operation("another operationId", o -> put(o, "operationId", text("another"))),
          operation(
              "a response more",
              o -> put(Tree.map(o.get("responses")), "418", object("description", text("tea")))),
          operation(
              "a response less",
              o ->
                  Tree.map(o.get("responses")).size() > 1
                      && Tree.map(o.get("responses"))
                              .remove(Tree.map(o.get("responses")).keySet().iterator().next())
                          != null),
          operation(
              "another status",
              o ->
                  rename(
                      Tree.map(o.get("responses")),
                      Tree.map(o.get("responses")).keySet().iterator().next(),
                      "299")),
          operation(
              "a parameter more",
              o ->
                  Tree.list(o.computeIfAbsent("parameters", any -> new ArrayList<>()))
                      .add(parameter())),
          operation(
              "a parameter less",
              o ->
                  o.get("parameters") instanceof List<?> p
                      && !p.isEmpty()
                      && Tree.list(p).removeFirst() != null),
          new Operator(
              "a parameter required or not",
              t ->
                  one(
                      t,
                      Neutral.parameters(t),
                      p ->
                          !text("path").equals(p.get("in"))
                              && put(p, "required", flag(!flag(true).equals(p.get("required")))))),
          new Operator(
              "a parameter renamed",
              t -> one(t, Neutral.parameters(t), p -> put(p, "name", text("renamed")))),
          operation(
              "another way to write a parameter",
              o ->
                  o.get("parameters") instanceof List<?> all
                      && all.stream()
                          .filter(Map.class::isInstance)
                          .map(Tree::map)
                          .filter(p -> text("query").equals(p.get("in")))
                          .findFirst()
                          .map(p -> put(p, "explode", flag(false)))
                          .orElse(false)),
          operation("no body", o -> o.remove("requestBody") != null),
          operation(
              "a body required or not",
              o ->
                  o.get("requestBody") instanceof Map<?, ?> b
                      && put(Tree.map(b), "required", flag(!flag(true).equals(b.get("required"))))),
          operation(
              "another media type",
              o ->
                  o.get("requestBody") instanceof Map<?, ?> b
                      && rename(
                          Tree.map(b.get("content")), "application/json", "application/cbor")),
          operation(
              "a credential",
              o ->
                  put(
                      o,
                      "security",
                      new ArrayList<>(List.of(object("made-up", new ArrayList<>()))))),
          operation(
              "a response header",
              o ->
                  put(
                      Tree.map(Tree.map(o.get("responses")).values().iterator().next()),
                      "headers",
                      object("X-Made-Up", object("schema", object("type", text("string")))))),
          new Operator(
              "another path",
              t ->
                  !t.paths().isEmpty()
                      && rename(t.paths(), t.paths().keySet().iterator().next(), "/made-up")),
          new Operator(
              "another method",
              t ->
                  t.paths().values().stream()
                      .map(Tree::map)
                      .anyMatch(p -> rename(p, "get", "patch") || rename(p, "post", "patch"))),
          new Operator(
              "another base path",
              t ->
                  t.root.containsKey("paths")
                      && put(
                          t.root,
                          "servers",
                          new ArrayList<>(
                              List.of(object("url", text("https://example.com/v99")))))));

  private Telling() {}

  private static Operator schema(String name, Predicate<Map<String, Object>> change) {
    return new Operator(name, tree -> one(tree, tree.schemas(), change));
  }

  private static Operator operation(String name, Predicate<Map<String, Object>> change) {
    return new Operator(name, tree -> one(tree, tree.operations(), change));
  }

  private static Map<String, Object> properties(Map<String, Object> schema) {
    return schema.get("properties") instanceof Map<?, ?> map
        ? Tree.map(map)
        : new LinkedHashMap<>();
  }

  private static Map<String, Object> object(String name, Object value) {
    var object = new LinkedHashMap<String, Object>();
    object.put(name, value);
    return object;
  }

  private static Map<String, Object> parameter() {
    var parameter = object("name", text("made-up"));
    parameter.put("in", text("query"));
    parameter.put("schema", object("type", text("string")));
    return parameter;
  }

  private static boolean nudge(Map<String, Object> schema) {
    for (String name :
        List.of("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems")) {
      if (schema.get(name) instanceof JsonNumber number) {
        return put(schema, name, JsonNumber.of(number.decimal().add(java.math.BigDecimal.ONE)));
      }
    }
    return false;
  }
}
