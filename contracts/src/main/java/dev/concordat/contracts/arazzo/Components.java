package dev.concordat.contracts.arazzo;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.DidYouMean;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a document holds for use in several places.
final class Components {
  private static final Set<String> KNOWN =
      Set.of("inputs", "parameters", "successActions", "failureActions");

  private final FieldReader fields;
  private final Optional<ObjectNode> components;

  Components(ObjectNode file, FieldReader fields) {
    this.fields = fields;
    this.components = fields.object(file, "components");
    components.ifPresent(found -> fields.expectOnly(found, "components", KNOWN));
  }

  /// The object that is meant: the node itself, or the component that its `reference` names.
  ///
  /// @param kind where in the components it must stand: `parameters`
  Optional<ObjectNode> follow(ObjectNode node, String kind) {
    Optional<String> reference = Reading.text(node, "reference");
    if (reference.isEmpty()) {
      return Optional.of(node);
    }
    String prefix = "$components." + kind + ".";
    Optional<ObjectNode> found =
        reference
            .filter(text -> text.startsWith(prefix))
            .flatMap(text -> component(kind, text.substring(prefix.length())));
    if (found.isEmpty()) {
      dangling(node, kind, reference.get());
    }
    return found;
  }

  private Optional<ObjectNode> component(String kind, String name) {
    return components
        .flatMap(all -> fields.object(all, kind))
        .flatMap(all -> all.get(name))
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast);
  }

  private void dangling(ObjectNode node, String kind, String reference) {
    List<String> known =
        components
            .map(all -> fields.members(all, kind))
            .map(all -> all.stream().map(one -> "$components." + kind + "." + one.name()).toList())
            .orElse(List.of());
    Node place = node.get("reference").orElse(node);
    fields.error(
        "dangling-reference",
        place.place(),
        "the reference " + reference + " leads to no component",
        DidYouMean.sentence(reference, known).strip());
  }
}
