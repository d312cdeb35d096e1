package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
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
    private final String name;
    private final int keyOffset;
    private final Composition value;

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
    return (ObjectNode) grow((LocatedNode) holder, members);
  }

  /// The document with another root; its problems stay.
  static Document document(Document base, Composition root) {
    return base.withRoot(grow(base.source(), root));
  }

  private static Node grow(Parent parent, Composition composition) {
    LocatedNode origin = (LocatedNode) composition.origin();
    Parent at =
        parent instanceof LocatedNode holder && holder.source() != origin.source()
            ? new Graft(holder, origin.source())
            : parent;
    return switch (composition) {
      case Shared(Node node) -> node;
      case Value(Node ignored, JsonValue value) -> new ScalarNode(at, origin.offset(), value);
      case Items(Node ignored, List<Composition> items) -> array(at, origin, items);
      case Members(Node ignored, List<Entry> entries) -> object(at, origin, entries);
      case Copy(ScalarNode scalar) -> new ScalarNode(at, origin.offset(), scalar.value());
      case Copy(ArrayNode array) ->
          array(at, origin, array.items().stream().<Composition>map(Copy::new).toList());
      case Copy(ObjectNode object) ->
          object(
              at,
              origin,
              object.members().stream().map(m -> Entry.of(m, new Copy(m.value()))).toList());
    };
  }

  private static ArrayNode array(Parent parent, LocatedNode origin, List<Composition> items) {
    var node = new ArrayNode(parent, origin.offset());
    var grown = new ArrayList<Node>(items.size());
    items.forEach(item -> grown.add(grow(node, item)));
    node.close(grown);
    return node;
  }

  private static ObjectNode object(Parent parent, LocatedNode origin, List<Entry> entries) {
    var node = new ObjectNode(parent, origin.offset());
    var names = new String[entries.size()];
    var offsets = new int[entries.size()];
    var values = new Node[entries.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = entries.get(i).name;
      offsets[i] = entries.get(i).keyOffset;
      values[i] = grow(node, entries.get(i).value);
    }
    node.close(names, offsets, values);
    return node;
  }
}
