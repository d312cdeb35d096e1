package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonValue;
import java.util.List;

/// How a tree is made of the nodes of others. Every node of the new tree keeps the place where it was written.
public sealed interface Composition {
  /// The node that the new one has its place from.
  Node origin();

  /// A node with all below it, as it stands.
  record Copy(Node origin) implements Composition {}

  /// The very node, which stays where it is: the new tree only refers to it.
  record Shared(Node origin) implements Composition {}

  /// A scalar in the place of another.
  record Value(Node origin, JsonValue value) implements Composition {}

  /// An array.
  record Items(Node origin, List<Composition> items) implements Composition {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// An object.
  record Members(Node origin, List<Entry> entries) implements Composition {
    public Members {
      entries = List.copyOf(entries);
    }
  }

  /// A member of an object; its key stands in the same text as its value.
  final class Entry {
    final String name;
    final int keyOffset;
    final Composition value;

    private Entry(String name, int keyOffset, Composition value) {
      this.name = name;
      this.keyOffset = keyOffset;
      this.value = value;
    }

    /// A member whose key stands where that of another does.
    public static Entry of(ObjectNode.Member key, Composition value) {
      return new Entry(key.name(), key.offset(), value);
    }

    /// A member whose key stands nowhere: its place is that of its value.
    public static Entry named(String name, Composition value) {
      return new Entry(name, ((LocatedNode) value.origin()).offset(), value);
    }
  }

  /// The object that hangs below a node, without being one of its values.
  static ObjectNode below(Node holder, Members members) {
    return (ObjectNode) Growth.grow((LocatedNode) holder, members);
  }

  /// The document with another root; its problems stay.
  static Document document(Document base, Composition root) {
    return base.withRoot(Growth.grow(base.source(), root));
  }
}
