package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An object and its traits as if they were merged. Of several words the first layer's counts: in AsyncAPI 3 a trait never
/// overrides the object; in AsyncAPI 2 it does (Traits Merge Mechanism). Of several traits the last counts.
record Layers(List<ObjectNode> objects) {
  Layers {
    objects = List.copyOf(objects);
  }

  static Layers of(ObjectNode object, boolean traitsOverride, Reading reading) {
    var layers = new ArrayList<ObjectNode>();
    if (object.get("traits").orElse(null) instanceof ArrayNode traits) {
      for (Node trait : traits.items()) {
        reading.object(trait, "the trait").ifPresent(layers::addFirst);
      }
    }
    if (traitsOverride) {
      layers.addLast(object);
    } else {
      layers.addFirst(object);
    }
    return new Layers(layers);
  }

  Optional<Node> first(String name) {
    return objects.stream().flatMap(layer -> Reading.member(layer, name).stream()).findFirst();
  }

  Optional<String> text(String name) {
    return objects.stream()
        .filter(layer -> Reading.member(layer, name).isPresent())
        .findFirst()
        .flatMap(layer -> Reading.text(layer, name));
  }

  /// The layer whose word counts; the first where none has it.
  ObjectNode holding(String name) {
    return objects.stream()
        .filter(layer -> Reading.member(layer, name).isPresent())
        .findFirst()
        .orElse(objects.getFirst());
  }

  /// The objects under a name, merged in the same way; empty where there is none.
  Optional<Layers> inside(String name, Reading reading) {
    List<ObjectNode> inner =
        objects.stream()
            .flatMap(layer -> Reading.member(layer, name).stream())
            .flatMap(node -> reading.object(node, "'" + name + "'").stream())
            .toList();
    return inner.isEmpty() ? Optional.empty() : Optional.of(new Layers(inner));
  }

  /// The names that any layer has.
  List<String> names() {
    return objects.stream()
        .flatMap(layer -> layer.members().stream())
        .map(ObjectNode.Member::name)
        .distinct()
        .toList();
  }
}
