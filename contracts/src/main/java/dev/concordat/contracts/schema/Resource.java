package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.UriReference;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A schema resource (2020-12 core, section 4.3.5): what one URI identifies, with the names inside it. Filled while its
/// document is indexed, under the index's lock, and not changed after.
final class Resource {
  private final UriReference uri;
  private final Node root;
  private final Dialect dialect;
  private final Set<Vocabulary> vocabularies;
  private final Map<String, Node> anchors = new ConcurrentHashMap<>();
  private final Map<String, Node> dynamicAnchors = new ConcurrentHashMap<>();
  private boolean isRecursiveAnchor;
  // Found out when first asked for, by whichever thread; no dialect has none.
  private volatile long keywords;

  Resource(UriReference uri, Node root, Dialect dialect, Set<Vocabulary> vocabularies) {
    this.uri = uri;
    this.root = root;
    this.dialect = dialect;
    this.vocabularies = Set.copyOf(vocabularies);
  }

  UriReference uri() {
    return uri;
  }

  Node root() {
    return root;
  }

  Dialect dialect() {
    return dialect;
  }

  Set<Vocabulary> vocabularies() {
    return vocabularies;
  }

  /// The keywords that mean something here, as {@link Keywords#knownIn} tells them.
  long keywords() {
    long known = keywords;
    if (known == 0) {
      known = Keywords.knownIn(this);
      keywords = known;
    }
    return known;
  }

  /// Whether its dialect asks for `format` to be asserted.
  boolean isAssertingFormats() {
    return vocabularies.contains(Vocabulary.FORMAT_ASSERTION);
  }

  Map<String, Node> anchors() {
    return anchors;
  }

  Map<String, Node> dynamicAnchors() {
    return dynamicAnchors;
  }

  boolean isRecursiveAnchor() {
    return isRecursiveAnchor;
  }

  void markRecursiveAnchor() {
    isRecursiveAnchor = true;
  }
}
