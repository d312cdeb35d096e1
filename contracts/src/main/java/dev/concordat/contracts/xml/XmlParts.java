package dev.concordat.contracts.xml;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.Coercion;
import dev.concordat.contracts.text.Written;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// The attributes and children of one element, each taken once.
final class XmlParts {
  private final Map<String, XmlElement.Attribute> attributes;
  private final Map<String, List<XmlElement>> children = new LinkedHashMap<>();

  XmlParts(XmlElement element) {
    attributes = new LinkedHashMap<>(element.attributes());
    attributes
        .keySet()
        .removeIf(name -> XmlElement.namespace(name).equals(XmlValues.INSTANCE_NAMESPACE));
    for (XmlElement child : element.children()) {
      children.computeIfAbsent(child.localName(), any -> new ArrayList<>()).add(child);
    }
  }

  Optional<String> attribute(XmlShape shape, String name) {
    for (String each : attributes.keySet()) {
      if (XmlElement.local(each).equals(name) && shape.admitsNamespace(each)) {
        return Optional.of(attributes.remove(each).value());
      }
    }
    return Optional.empty();
  }

  /// The children with the first of these names that any has.
  List<XmlElement> children(XmlShape shape, List<String> names) {
    for (String name : names) {
      List<XmlElement> all = children.getOrDefault(name, List.of());
      List<XmlElement> found =
          all.stream().filter(child -> shape.admitsNamespace(child.name())).toList();
      if (!found.isEmpty()) {
        if (found.size() == all.size()) {
          children.remove(name);
        } else {
          children.put(
              name, all.stream().filter(child -> !shape.admitsNamespace(child.name())).toList());
        }
        return found;
      }
    }
    return List.of();
  }

  /// Adds what no member took. What has the name of a member but is none, because its namespace is another, is given in full.
  ///
  /// @param documented the names of members
  void addUnread(
      Map<String, JsonValue> members,
      Set<String> documented,
      Optional<Schema> rest,
      BiFunction<Schema, XmlElement, JsonValue> read) {
    attributes.forEach(
        (name, attribute) ->
            members.putIfAbsent(
                isTaken(XmlElement.local(name), members, documented)
                    ? name
                    : XmlElement.local(name),
                Coercion.value(rest, Written.ofScalar(attribute.value()))
                    .orElseGet(() -> new JsonString(attribute.value()))));
    children.forEach(
        (name, all) -> {
          List<JsonValue> values =
              all.stream()
                  .map(
                      child ->
                          rest.map(schema -> read.apply(schema, child))
                              .orElseGet(() -> XmlValues.free(child)))
                  .toList();
          boolean isTaken = isTaken(name, members, documented);
          members.putIfAbsent(
              isTaken ? all.getFirst().name() : name,
              values.size() == 1 ? values.getFirst() : new JsonArray(values));
        });
  }

  private static boolean isTaken(
      String name, Map<String, JsonValue> members, Set<String> documented) {
    return members.containsKey(name) || documented.contains(name);
  }
}
