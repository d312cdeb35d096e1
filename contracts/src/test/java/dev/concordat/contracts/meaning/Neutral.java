package dev.concordat.contracts.meaning;

import static dev.concordat.contracts.meaning.Operator.all;
import static dev.concordat.contracts.meaning.Operator.flag;
import static dev.concordat.contracts.meaning.Operator.number;
import static dev.concordat.contracts.meaning.Operator.one;
import static dev.concordat.contracts.meaning.Operator.put;
import static dev.concordat.contracts.meaning.Operator.text;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes of a contract that change nothing.
final class Neutral {
  static final List<Operator> ALL =
      List.of(
          new Operator("keys in another order", Neutral::shuffleKeys),
          new Operator("other descriptions", tree -> all(tree.objects(), Neutral::describe)),
          new Operator("extensions", tree -> put(tree.root, "x-note", text("hello"))),
          new Operator("another title and version", Neutral::retitle),
          new Operator("lists in another order", Neutral::shuffleLists),
          new Operator("a reference inlined", Neutral::inline),
          new Operator("a schema extracted", Neutral::extract),
          new Operator("a component renamed", Neutral::rename),
          new Operator("an unused component", Neutral::unused),
          new Operator("numbers spelled otherwise", tree -> all(tree.schemas(), Neutral::respell)),
          new Operator(
              "minItems: 0", tree -> all(tree.schemas(), s -> def(s, "minItems", number(0)))),
          new Operator(
              "minLength: 0", tree -> all(tree.schemas(), s -> def(s, "minLength", number(0)))),
          new Operator(
              "uniqueItems: false",
              tree -> all(tree.schemas(), s -> def(s, "uniqueItems", flag(false)))),
          new Operator(
              "additionalProperties: true",
              tree -> all(tree.schemas(), s -> def(s, "additionalProperties", flag(true)))),
          new Operator(
              "required: []",
              tree -> all(tree.schemas(), s -> def(s, "required", new ArrayList<>()))),
          new Operator(
              "deprecated", tree -> all(tree.schemas(), s -> put(s, "deprecated", flag(true)))),
          new Operator("a type in a list", tree -> all(tree.schemas(), Neutral::listType)),
          new Operator("allOf of one", tree -> one(tree, tree.schemas(), s -> wrap(s, "allOf"))),
          new Operator("anyOf of one", tree -> one(tree, tree.schemas(), s -> wrap(s, "anyOf"))),
          new Operator("oneOf of one", tree -> one(tree, tree.schemas(), s -> wrap(s, "oneOf"))),
          new Operator("enum of one is const", tree -> all(tree.schemas(), Neutral::constant)),
          new Operator(
              "media types in capitals",
              tree ->
                  all(
                      tree.objects(),
                      o ->
                          o.get("content") instanceof Map<?, ?>
                              && Operator.rename(
                                  Tree.map(o.get("content")),
                                  "application/json",
                                  "Application/JSON"))),
          new Operator(
              "required: false of parameters",
              tree -> all(parameters(tree), p -> def(p, "required", flag(false)))),
          new Operator(
              "default style of parameters",
              tree ->
                  all(
                      parameters(tree),
                      p -> text("query").equals(p.get("in")) && put(p, "style", text("form")))),
          new Operator(
              "other examples",
              tree ->
                  all(
                      tree.objects(),
                      o ->
                          o.containsKey("schema")
                              && o.containsKey("example")
                              && o.remove("example") != null)),
          new Operator(
              "tags",
              tree ->
                  all(
                      tree.operations(),
                      o -> put(o, "tags", new ArrayList<>(List.of(text("new")))))));

  private Neutral() {}

  static List<Map<String, Object>> parameters(Tree tree) {
    return tree.objects().stream()
        .filter(each -> each.containsKey("in") && each.containsKey("schema"))
        .toList();
  }

  private static boolean def(Map<String, Object> object, String name, Object value) {
    return !object.containsKey("$ref") && object.putIfAbsent(name, value) == null;
  }

  private static boolean shuffleKeys(Tree tree) {
    for (Map<String, Object> object : tree.objects()) {
      var members =
          new ArrayList<>(
              object.entrySet().stream().map(e -> Map.entry(e.getKey(), e.getValue())).toList());
      Collections.shuffle(members, tree.random);
      object.clear();
      members.forEach(each -> object.put(each.getKey(), each.getValue()));
    }
    return true;
  }

  private static boolean describe(Map<String, Object> object) {
    return object.get("description") instanceof JsonString
        && put(object, "description", text("other words"));
  }

  private static boolean retitle(Tree tree) {
    Map<String, Object> info = Tree.map(tree.root.get("info"));
    return put(info, "title", text("Another title")) && put(info, "version", text("99"));
  }

  private static boolean shuffleLists(Tree tree) {
    List<List<Object>> lists =
        tree.lists("required", "enum", "parameters", "oneOf", "anyOf", "allOf", "tags");
    lists.forEach(Collections::reverse);
    return !lists.isEmpty();
  }

  private static boolean inline(Tree tree) {
    return one(
        tree,
        tree.objects(),
        object -> {
          // Channels and messages of AsyncAPI must be referred to; copies of them are others.
          Optional<Map<String, Object>> target =
              String.valueOf(object.get("$ref")).contains("/components/schemas/")
                  ? tree.target(object)
                  : Optional.empty();
          target.ifPresent(
              found -> {
                var copy = Tree.map(Tree.copy(found));
                object.clear();
                object.putAll(copy);
              });
          return target.isPresent();
        });
  }

  private static Map<String, Object> components(Tree tree) {
    Map<String, Object> components =
        Tree.map(
            tree.root.computeIfAbsent("components", any -> new LinkedHashMap<String, Object>()));
    return Tree.map(
        components.computeIfAbsent("schemas", any -> new LinkedHashMap<String, Object>()));
  }

  private static boolean extract(Tree tree) {
    return one(
        tree,
        tree.schemas(),
        schema -> {
          var moved = new LinkedHashMap<>(schema);
          schema.clear();
          schema.put("$ref", text("#/components/schemas/Extracted"));
          components(tree).put("Extracted", moved);
          return true;
        });
  }

  private static boolean rename(Tree tree) {
    Map<String, Object> schemas = components(tree);
    Optional<String> name = tree.pick(List.copyOf(schemas.keySet()));
    name.ifPresent(
        from -> {
          Operator.rename(schemas, from, "Renamed");
          tree.objects().stream()
              .filter(each -> text("#/components/schemas/" + from).equals(each.get("$ref")))
              .forEach(each -> each.put("$ref", text("#/components/schemas/Renamed")));
        });
    return name.isPresent();
  }

  private static boolean unused(Tree tree) {
    return components(tree).put("Unused", new LinkedHashMap<>(Map.of("type", text("string"))))
        == null;
  }

  private static boolean respell(Map<String, Object> schema) {
    boolean isChanged = false;
    for (Map.Entry<String, Object> member : schema.entrySet()) {
      if (member.getValue() instanceof JsonNumber(String digits) && digits.matches("-?[1-9]\\d*")) {
        member.setValue(new JsonNumber(digits + "00e-2"));
        isChanged = true;
      }
    }
    return isChanged;
  }

  private static boolean listType(Map<String, Object> schema) {
    return schema.get("type") instanceof JsonString type
        && put(schema, "type", new ArrayList<>(List.of(type)));
  }

  private static boolean wrap(Map<String, Object> schema, String keyword) {
    var inner = new LinkedHashMap<>(schema);
    schema.clear();
    schema.put(keyword, new ArrayList<>(List.of(inner)));
    return true;
  }

  private static boolean constant(Map<String, Object> schema) {
    return schema.get("const") instanceof JsonString value
        && schema.remove("const") != null
        && put(schema, "enum", new ArrayList<>(List.of(value, value)));
  }
}
