package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.contracts.tree.UriReference;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Writes schemas of every dialect as OpenAPI 3.1 has them: JSON Schema 2020-12 with `discriminator` and `xml`. The written
/// schema accepts what the written-from one accepts. What says nothing in its own dialect is left out, so that it does not
/// begin to. `$id`, anchors and definitions are not needed any more, for the caller gives every schema that is referred to a
/// place of its own; dynamic references lead where they lead on the way to them.
///
/// Two subtleties of drafts have no counterpart: that `1.0` is no integer (draft 4), and that items which `contains`
/// matched still count as not looked at (2019-09).
public final class SchemaWriter {
  /// The name under which the root of a recursive resource (2019-09) is known; no anchor is empty.
  private static final String RECURSIVE = "";

  private final References references;

  public SchemaWriter(References references) {
    this.references = references;
  }

  /// A schema that others refer to.
  ///
  /// @param dynamic where the dynamic anchors lead on the way to it; empty for nearly every schema there is
  public record Target(Schema schema, Map<String, Schema> dynamic) {
    public Target {
      dynamic = Map.copyOf(dynamic);
    }
  }

  /// Where the schemas stand that others refer to.
  public interface References {
    /// What `$ref` says to lead to the schema.
    String to(Target target);

    /// Notes a sentence that OpenAPI 3.1 has no words for.
    void lost(Place place, String what);
  }

  public JsonValue write(Schema schema) {
    return write(schema, Map.of());
  }

  public JsonValue write(Target target) {
    return write(target.schema(), target.dynamic());
  }

  /// The schemas that the document of this one has names for: `components/schemas` or `definitions`, and `$defs` of a
  /// document that is a schema.
  public static List<Target> namedBeside(Schema schema) {
    var named = new ArrayList<Target>();
    Node root = Documents.rootOf(schema.node());
    for (String pointer : List.of("/components/schemas", "/definitions")) {
      if (Pointers.follow(root, pointer).orElse(null) instanceof ObjectNode all) {
        for (ObjectNode.Member member : all.members()) {
          if (!member.name().startsWith("x-")) {
            named.add(target(schema.loader().load(member.value()), Map.of()));
          }
        }
      }
    }
    return named;
  }

  JsonValue write(Schema schema, Map<String, Schema> around) {
    if (!(schema.node() instanceof ObjectNode object)) {
      return JsonBoolean.of(!schema.allowsNothing());
    }
    return new WrittenSchema(this, schema, object, entering(schema, around)).json();
  }

  References references() {
    return references;
  }

  /// What `$ref` says, for a reference of any kind; nothing for one that leads nowhere.
  Optional<String> reference(Schema from, String keyword, Node text, Map<String, Schema> dynamic) {
    return Names.text(text)
        .flatMap(
            reference ->
                from.loader()
                    .resolve(from, text, reference)
                    .map(target -> redirected(target, keyword, reference, dynamic)))
        .map(target -> referenceTo(target, dynamic));
  }

  String referenceTo(Schema target, Map<String, Schema> dynamic) {
    return references.to(target(target, dynamic));
  }

  private static Schema redirected(
      Schema target, String keyword, String reference, Map<String, Schema> dynamic) {
    if (keyword.equals("$dynamicRef")) {
      String name = UriReference.parse(reference).decodedFragment().orElse("");
      Node anchored = target.resource().dynamicAnchors().get(name);
      return target.node().equals(anchored) ? dynamic.getOrDefault(name, target) : target;
    }
    boolean isRecursive =
        keyword.equals("$recursiveRef")
            && target.resource().isRecursiveAnchor()
            && target.node().equals(target.resource().root());
    return isRecursive ? dynamic.getOrDefault(RECURSIVE, target) : target;
  }

  private static Target target(Schema schema, Map<String, Schema> around) {
    return new Target(schema, entering(schema, around));
  }

  /// The dynamic scope inside a schema: the outermost resource that sets an anchor decides.
  private static Map<String, Schema> entering(Schema schema, Map<String, Schema> around) {
    Resource resource = schema.resource();
    if (resource.dynamicAnchors().isEmpty() && !resource.isRecursiveAnchor()) {
      return around;
    }
    var all = new TreeMap<>(around);
    resource
        .dynamicAnchors()
        .forEach((name, node) -> all.putIfAbsent(name, schema.loader().schemaAt(node, resource)));
    if (resource.isRecursiveAnchor()) {
      all.putIfAbsent(RECURSIVE, schema.loader().schemaAt(resource.root(), resource));
    }
    return all;
  }
}
