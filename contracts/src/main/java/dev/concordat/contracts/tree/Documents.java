package dev.concordat.contracts.tree;

import dev.concordat.model.exchange.Bytes;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The documents of one workspace, each read once, and the way from a `$ref` to its node. References stay inside the
/// workspace's folder, links in the file system included, and never reach the network, unless a person allows it
/// ({@link ReferencePolicy}). Thread-safe.
public final class Documents {
  private static final String FILE_ROOT = "file:///";

  /// References passed on up to this often are followed anew each time.
  private static final int SHORT_WAY = 32;

  private final DocumentReader reader;
  private final Fence fence;
  private final ReferencePolicy policy;
  private final Fetcher fetcher;
  private final boolean judgesExamples;
  private final Map<String, Document> byUri = new LinkedHashMap<>();
  private final Map<Node, UriReference> uriByRoot = new HashMap<>();

  /// Where references lead that are passed on so often that following them from each of their nodes would never end.
  private final Map<Node, Reference> endOfWay = new ConcurrentHashMap<>();

  /// The documents of a folder.
  ///
  /// @param judgesExamples whether readers tell which documented examples break the schemas beside them; it costs as much as
  ///     reading the rest, and says nothing of which messages a contract allows
  public Documents(Path root, ReadLimits limits, ReferencePolicy policy, boolean judgesExamples) {
    this.reader = new DocumentReader(root, limits);
    this.fence = new Fence(root, policy);
    this.policy = policy;
    this.fetcher = new Fetcher(policy, limits);
    this.judgesExamples = judgesExamples;
  }

  public Documents(Path root, ReadLimits limits, ReferencePolicy policy) {
    this(root, limits, policy, true);
  }

  public Documents(Path root, ReadLimits limits) {
    this(root, limits, ReferencePolicy.WORKSPACE_ONLY);
  }

  public Documents(Path root) {
    this(root, ReadLimits.defaults());
  }

  /// Whether readers tell which documented examples break the schemas beside them.
  public boolean judgesExamples() {
    return judgesExamples;
  }

  /// What came of looking for a document by its URI.
  public sealed interface Lookup {
    /// The document is here.
    record Here(Document document) implements Lookup {}

    /// It is not; the message says why in a person's words, the fix what to do.
    record Refused(String rule, String message, String fix) implements Lookup {}
  }

  /// Reads a file of the workspace, or gives it as it was read before.
  ///
  /// @throws IOException if the file cannot be read
  public synchronized Document read(Path file) throws IOException {
    String uri = uriOf(reader.nameOf(file));
    Document known = byUri.get(uri);
    return known == null ? remember(uri, reader.read(file)) : known;
  }

  /// The document in a file whose bytes are here, or as it was read before.
  public synchronized Document read(TextFile file) {
    String uri = uriOf(file.name());
    Document known = byUri.get(uri);
    return known == null ? remember(uri, reader.parse(file.name(), file.bytes())) : known;
  }

  /// Whether a file was read before.
  ///
  /// @param name relative to the workspace with `/` between its parts
  public synchronized boolean hasRead(String name) {
    return byUri.containsKey(uriOf(name));
  }

  /// Reads a text that is already here, under the name of a file.
  public synchronized Document parse(String name, byte[] bytes) {
    return remember(uriOf(name), reader.parse(name, bytes));
  }

  /// Lets references to a URI, such as `https://example.com/common.json`, lead to this document.
  public synchronized void provide(String uri, Document document) {
    remember(UriReference.parse(uri).withoutFragment().toString(), document);
  }

  private Document remember(String uri, Document document) {
    byUri.put(uri, document);
    UriReference parsed = UriReference.parse(uri);
    for (Node root : document.documents()) {
      uriByRoot.putIfAbsent(root, parsed);
    }
    return document;
  }

  /// The URI of the document that holds the node, from which its relative references are seen.
  public synchronized UriReference baseOf(Node node) {
    Node root = rootOf(node);
    UriReference uri = uriByRoot.get(root);
    return uri == null ? UriReference.parse(uriOf(root.place().file())) : uri;
  }

  /// The root of the document that holds the node.
  public static Node rootOf(Node node) {
    return LocatedNode.rootOf(node);
  }

  /// The document with that absolute URI, without fragment: one that is known, or a file inside the workspace.
  public synchronized Lookup find(UriReference uri) {
    Document known = byUri.get(uri.toString());
    if (known != null) {
      return new Lookup.Here(known);
    }
    if (!uri.scheme().orElse("").equals("file")) {
      return policy.allowing(uri).isPresent() ? fetch(uri) : Refusals.remote(uri);
    }
    Optional<String> name = uri.decodedPath().map(path -> path.replaceFirst("^/", ""));
    return name.isEmpty() ? Refusals.badEncoding(uri) : findFile(name.get(), uri);
  }

  private Lookup fetch(UriReference uri) {
    return switch (fetcher.fetch(uri)) {
      case Fetcher.Nothing(String reason) -> Refusals.unfetched(uri, reason);
      case Fetcher.Text(Bytes bytes) -> {
        String address = uri.toString();
        yield new Lookup.Here(remember(address, reader.parse(address, bytes.toArray())));
      }
    };
  }

  private Lookup findFile(String name, UriReference uri) {
    try {
      return switch (fence.check(name)) {
        case Fence.Outside ignored -> Refusals.outside(name);
        case Fence.Absent(List<String> alike) -> Refusals.absent(name, alike);
        case Fence.Inside(Path file) ->
            new Lookup.Here(remember(uri.toString(), reader.read(file)));
      };
    } catch (IOException | InvalidPathException e) {
      return Refusals.unreadable(name, e);
    }
  }

  /// Where a reference leads that stands at a node: a file relative to the node's own, and a JSON Pointer in it.
  public Reference resolve(Node at, String reference) {
    // Nearly all references stay in their document, and need no URI.
    Optional<Node> here =
        reference.startsWith("#/") && reference.indexOf('%') < 0
            ? Pointers.follow(rootOf(at), reference, 1)
            : Optional.empty();
    if (here.isPresent()) {
      return new Reference.Found(here.get());
    }
    return resolve(at, reference, baseOf(at).resolve(reference));
  }

  /// The same, where something else than the file says from where the reference is seen.
  public Reference resolve(Node at, String reference, UriReference target) {
    return switch (find(target.withoutFragment())) {
      case Lookup.Refused refused -> Refusals.broken(at, reference, refused);
      case Lookup.Here(Document document) -> {
        Node root = reference.startsWith("#") ? rootOf(at) : document.root();
        yield target
            .decodedFragment()
            .flatMap(pointer -> Pointers.follow(root, pointer))
            .<Reference>map(Reference.Found::new)
            .orElseGet(() -> Refusals.dangling(at, reference, document, root));
      }
    };
  }

  /// Follows `$ref` from object to object until there is none; a node without `$ref` is its own target.
  public Reference follow(Node node) {
    Optional<ScalarNode> reference = referenceIn(node);
    if (reference.isEmpty()) {
      return new Reference.Found(node);
    }
    // Nearly all references lead to what is no reference.
    Reference first = resolve(reference.get(), reference.get().text().orElse(""));
    if (!(first instanceof Reference.Found(Node next) && referenceIn(next).isPresent())) {
      return first;
    }
    Set<Node> seen = new HashSet<>();
    Reference end = follow(node, seen);
    if (seen.size() > SHORT_WAY) {
      seen.forEach(passed -> endOfWay.put(passed, end));
    }
    return end;
  }

  private Reference follow(Node node, Set<Node> seen) {
    Node at = node;
    while (true) {
      Optional<ScalarNode> reference = referenceIn(at);
      if (reference.isEmpty()) {
        return new Reference.Found(at);
      }
      Reference known = endOfWay.get(at);
      if (known != null) {
        return known;
      }
      String text = reference.get().text().orElse("");
      if (!seen.add(at)) {
        return Refusals.cycle(reference.get(), text);
      }
      switch (resolve(reference.get(), text)) {
        case Reference.Broken broken -> {
          return broken;
        }
        case Reference.Found(Node next) -> at = next;
      }
    }
  }

  private static Optional<ScalarNode> referenceIn(Node node) {
    return node instanceof ObjectNode object
            && object.get("$ref").orElse(node) instanceof ScalarNode scalar
            && scalar.text().isPresent()
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /// All documents that were read or provided so far.
  public synchronized Set<Document> all() {
    return Collections.unmodifiableSet(new HashSet<>(byUri.values()));
  }

  private static String uriOf(String name) {
    return FILE_ROOT + name.replace("%", "%25").replace("#", "%23").replace("?", "%3F");
  }
}
