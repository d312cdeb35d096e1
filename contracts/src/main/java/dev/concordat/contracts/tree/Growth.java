package dev.concordat.contracts.tree;

import dev.concordat.contracts.tree.Composition.Copy;
import dev.concordat.contracts.tree.Composition.Entry;
import dev.concordat.contracts.tree.Composition.Items;
import dev.concordat.contracts.tree.Composition.Members;
import dev.concordat.contracts.tree.Composition.Shared;
import dev.concordat.contracts.tree.Composition.Value;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// Makes the nodes of compositions.
final class Growth {
  private Growth() {}

  static Node grow(Parent parent, Composition composition) {
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
