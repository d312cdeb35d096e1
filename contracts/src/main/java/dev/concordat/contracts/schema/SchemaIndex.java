package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.contracts.tree.Reference;
import dev.concordat.contracts.tree.UriReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Knows which schema resource each node belongs to, and what each URI and anchor names.
final class SchemaIndex {
  private final Documents documents;
  private final Dialects dialects;
  private final Metaschemas metaschemas = new Metaschemas();
  private final Map<String, Resource> byUri = new HashMap<>();
  private final Map<Node, Resource> byRoot = new HashMap<>();
  private final Set<Node> scanned = new HashSet<>();
  private boolean hasInnerResources;

  SchemaIndex(Documents documents, Dialect dialect) {
    this.documents = documents;
    this.dialects = new Dialects(this, dialect);
  }

  /// The resource of a node that someone says is a schema; names inside it are indexed.
  synchronized Resource resourceOfLoaded(Node node) {
    Resource around = resourceOf(node);
    if (around.dialect().hasIds() && !isSchemaDocument(Documents.rootOf(node))) {
      scan(node, around);
    }
    return resourceOf(node);
  }

  /// The resource that the node starts, or else the one around it.
  synchronized Resource resourceAt(Node node, Resource around) {
    return hasInnerResources ? byRoot.getOrDefault(node, around) : around;
  }

  /// The nearest resource around the node.
  synchronized Resource resourceOf(Node node) {
    Node root = Documents.rootOf(node);
    if (!byRoot.containsKey(root)) {
      addDocument(root, documents.baseOf(root));
    }
    Node at = hasInnerResources ? node : root;
    while (!byRoot.containsKey(at)) {
      at = at.parent().orElseThrow();
    }
    return byRoot.get(at);
  }

  /// Where a reference leads, seen from a resource: by `$id`, by file, by the dialects' own schemas; then by pointer or
  /// anchor.
  synchronized Reference resolve(Resource from, Node at, String reference) {
    if (reference.startsWith("#/") && reference.indexOf('%') < 0) {
      // Nearly all references stay in their resource, and need no URI.
      Optional<Node> here = Pointers.follow(from.root(), reference, 1);
      if (here.isPresent()) {
        return new Reference.Found(here.get());
      }
    }
    UriReference target = from.uri().resolve(reference);
    Optional<Resource> resource =
        reference.startsWith("#") ? Optional.of(from) : find(target.withoutFragment());
    if (resource.isEmpty()) {
      // An `$id` may say where the file will be published, while its references say where it lies.
      UriReference beside = documents.baseOf(at).resolve(reference);
      resource = find(beside.withoutFragment());
    }
    if (resource.isEmpty()) {
      return documents.resolve(at, reference, target);
    }
    Reference found = inside(resource.get(), target, at, reference);
    boolean mayMeanTheFile = found instanceof Reference.Broken && reference.startsWith("#/");
    // A schema with an `$id` of its own inside an OpenAPI file, whose references still mean the
    // file.
    return mayMeanTheFile && documents.resolve(at, reference) instanceof Reference.Found inFile
        ? inFile
        : found;
  }

  private Reference inside(Resource resource, UriReference target, Node at, String reference) {
    String fragment = target.decodedFragment().orElse("%");
    Optional<Node> found =
        fragment.isEmpty() || fragment.startsWith("/")
            ? Pointers.follow(resource.root(), fragment)
            : Optional.ofNullable(resource.anchors().get(fragment))
                .or(() -> Optional.ofNullable(resource.dynamicAnchors().get(fragment)));
    return found
        .<Reference>map(Reference.Found::new)
        .orElseGet(() -> Dangling.in(resource, at, reference, fragment));
  }

  synchronized Optional<Resource> find(UriReference uri) {
    String text = uri.toString();
    Resource known = byUri.get(text);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Node> metaschema = metaschemas.find(text);
    if (metaschema.isPresent()) {
      return Optional.of(addDocument(metaschema.get(), uri));
    }
    return documents.find(uri) instanceof Documents.Lookup.Here(var document)
        ? Optional.of(addDocument(document.root(), uri))
        : Optional.empty();
  }

  private Resource addDocument(Node root, UriReference uri) {
    if (byRoot.containsKey(root)) {
      byUri.putIfAbsent(uri.toString(), byRoot.get(root));
      return byRoot.get(root);
    }
    Resource resource = dialects.resource(uri, root, Optional.empty());
    byRoot.put(root, resource);
    byUri.putIfAbsent(uri.toString(), resource);
    if (resource.dialect().hasIds()) {
      if (isSchemaDocument(root)) {
        scan(root, resource);
      } else {
        scanNamed(root, "/components/schemas", resource);
        scanNamed(root, "/definitions", resource);
      }
    }
    byUri.putIfAbsent(uri.toString(), byRoot.get(root));
    return byRoot.get(root);
  }

  private void scanNamed(Node root, String pointer, Resource resource) {
    if (Pointers.follow(root, pointer).orElse(root) instanceof ObjectNode named && named != root) {
      named.members().forEach(member -> scan(member.value(), resource));
    }
  }

  private static boolean isSchemaDocument(Node root) {
    return !(root instanceof ObjectNode object
        && (object.has("openapi") || object.has("asyncapi") || object.has("swagger")));
  }

  private void scan(Node node, Resource around) {
    if (!(node instanceof ObjectNode object) || !scanned.add(node)) {
      return;
    }
    Resource here = enter(object, around);
    Names.note(object, here);
    Subschemas.of(object, here.dialect()).forEach(inner -> scan(inner, here));
  }

  private Resource enter(ObjectNode object, Resource around) {
    Optional<String> id = Names.id(object, around.dialect());
    if (id.isEmpty()) {
      return around;
    }
    UriReference uri = around.uri().resolve(id.get()).withoutFragment();
    Resource entered = dialects.resource(uri, object, Optional.of(around));
    byRoot.put(object, entered);
    hasInnerResources = true;
    byUri.putIfAbsent(uri.toString(), entered);
    return entered;
  }
}
