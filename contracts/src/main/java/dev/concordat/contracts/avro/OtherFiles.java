package dev.concordat.contracts.avro;

import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.Reference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Files in the same folder whose types a schema names without defining them: a type is looked for in the file that bears its
/// name, simple (`Money.avsc`) or full (`shop.Money.avsc`), as build plugins lay them out. Not thread-safe.
final class OtherFiles {
  /// Looks nowhere.
  static final OtherFiles NONE = new OtherFiles(Optional.empty());

  /// Files that one schema may draw in.
  private static final int MAX_FILES = 200;

  /// Names that are looked for.
  private static final int MAX_NAMES = 1_000;

  private final Optional<Documents> documents;
  private final Set<String> asked = new HashSet<>();
  private final Set<Node> roots = new HashSet<>();
  private final Deque<Node> waiting = new ArrayDeque<>();

  private OtherFiles(Optional<Documents> documents) {
    this.documents = documents;
  }

  static OtherFiles in(Documents documents) {
    return new OtherFiles(Optional.of(documents));
  }

  /// Adds what the file of a type defines, if there is such a file.
  ///
  /// @param at the node that names the type
  /// @return whether the type is known now
  boolean define(Node at, String fullName, DefinedNames names) {
    if (documents.isEmpty()
        || roots.size() >= MAX_FILES
        || asked.size() >= MAX_NAMES
        || !AvroNames.isFullName(fullName)
        || !asked.add(fullName)) {
      return false;
    }
    return define(at, AvroNames.simple(fullName) + ".avsc", fullName, names)
        || define(at, fullName + ".avsc", fullName, names);
  }

  private boolean define(Node at, String file, String fullName, DefinedNames names) {
    boolean isNew =
        documents.orElseThrow().resolve(at, file) instanceof Reference.Found(Node root)
            && root != Documents.rootOf(at)
            && Recognition.isSchema(root)
            && draw(root, names);
    return isNew && names.found().containsKey(fullName);
  }

  private boolean draw(Node root, DefinedNames names) {
    if (roots.add(root)) {
      names.collect(root, "");
      waiting.add(root);
    }
    return true;
  }

  /// A file that was drawn in and not read yet.
  @Nullable Node next() {
    return waiting.pollFirst();
  }

  /// Whether a node stands in a file that was drawn in.
  boolean isOther(@Nullable Node node) {
    return node != null && roots.contains(Documents.rootOf(node));
  }
}
