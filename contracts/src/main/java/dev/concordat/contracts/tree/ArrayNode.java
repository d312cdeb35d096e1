package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An array.
public final class ArrayNode extends LocatedNode implements Node {
  // Nothing until the first look at what the outline of the text knows.
  private volatile @Nullable List<Node> items;
  private final int folded;

  ArrayNode(Parent parent, int offset) {
    this(parent, offset, 0);
    items = List.of();
  }

  /// One whose items the outline of the text knows.
  ArrayNode(Parent parent, int offset, int folded) {
    super(parent, offset);
    this.folded = folded;
  }

  void close(List<Node> all) {
    items = all;
  }

  public List<Node> items() {
    List<Node> known = items;
    return known == null ? unfold() : known;
  }

  private synchronized List<Node> unfold() {
    List<Node> known = items;
    if (known == null) {
      known = List.of(source().outline().items(this, folded));
      items = known;
    }
    return known;
  }

  @Override
  public JsonArray toJson() {
    List<Node> all = items();
    var values = new ArrayList<JsonValue>(all.size());
    for (Node item : all) {
      values.add(item.toJson());
    }
    return new JsonArray(values);
  }

  @Override
  String tokenOf(LocatedNode child) {
    int at = indexOf(child, items());
    // In a document that broke off inside this array the child is the one being read.
    return Integer.toString(at < 0 ? items().size() : at);
  }

  @Override
  public String toString() {
    return toJson().toString();
  }
}
