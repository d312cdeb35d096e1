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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

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
  private final Optional<Wire> wire;

  public SchemaWriter(References references) {
    this(references, Optional.empty());
  }

  private SchemaWriter(References references, Optional<Wire> wire) {
    this.references = references;
    this.wire = wire;
  }

  /// A writer for validators that judge one value that travels one way: members that do not travel need not be there, or
  /// must not be; formats of integers become bounds, formats that are not asserted and annotations are left out, and so is
  /// what would be said of members that the value does not have anywhere.
  ///
  /// @param isMet whether the value has a member of that name anywhere
  public static SchemaWriter forValue(
      References references, Direction direction, Predicate<String> isMet) {
    return new SchemaWriter(references, Optional.of(new Wire(direction, isMet)));
  }

  /// How one value travels.
  record Wire(Direction direction, Predicate<String> isMet) {}

  /// A schema that others refer to.
  ///
  /// @param dynamic where the dynamic anchors lead on the way to it; empty for nearly every schema there is
  /// @param atHome members that need not be there, as the schemas say that refer to it for the same value; empty unless
  ///     schemas are written for one value
  public record Target(Schema schema, Map<String, Schema> dynamic, Set<String> atHome) {
    public Target {
      dynamic = Map.copyOf(dynamic);
      atHome = Set.copyOf(atHome);
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
    return write(schema, Map.of(), Set.of());
  }

  public JsonValue write(Target target) {
    return write(target.schema(), target.dynamic(), target.atHome());
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
            named.add(target(schema.loader().load(member.value()), Map.of(), Set.of()));
          }
        }
      }
    }
    return named;
  }

  JsonValue write(Schema schema, Map<String, Schema> around, Set<String> atHome) {
    if (!(schema.node() instanceof ObjectNode object)) {
      return JsonBoolean.of(!schema.allowsNothing());
    }
    return new WrittenSchema(this, schema, object, entering(schema, around), atHome).json();
  }

  /// Whether a value inside another must not be there, because it is only written.
  boolean isRefused(Schema inside) {
    return wire.isPresent()
        && wire.get().direction == Direction.RESPONSE
        && OneWay.isOnlyWritten(inside);
  }

  Optional<Wire> wire() {
    return wire;
  }

  References references() {
    return references;
  }

  /// What `$ref` says, for a reference of any kind; nothing for one that leads nowhere.
  Optional<String> reference(
      Schema from, String keyword, Node text, Map<String, Schema> dynamic, Set<String> atHome) {
    return Names.text(text)
        .flatMap(
            reference ->
                from.loader()
                    .resolve(from, text, reference)
                    .map(target -> redirected(target, keyword, reference, dynamic)))
        .map(target -> references.to(target(target, dynamic, atHome)));
  }

  String referenceTo(Schema target, Map<String, Schema> dynamic) {
    return references.to(target(target, dynamic, Set.of()));
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

  private static Target target(Schema schema, Map<String, Schema> around, Set<String> atHome) {
    return new Target(schema, entering(schema, around), atHome);
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
