package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// An array.
public final class ArrayNode extends LocatedNode implements Node {
  private List<Node> items = List.of();

  ArrayNode(Parent parent, int offset) {
    super(parent, offset);
  }

  void close(List<Node> all) {
    items = all;
  }

  public List<Node> items() {
    return items;
  }

  @Override
  public JsonArray toJson() {
    var values = new ArrayList<JsonValue>(items.size());
    for (Node item : items) {
      values.add(item.toJson());
    }
    return new JsonArray(values);
  }

  @Override
  String tokenOf(LocatedNode child) {
    int at = indexOf(child, items);
    // In a document that broke off inside this array the child is the one being read.
    return Integer.toString(at < 0 ? items.size() : at);
  }

  @Override
  public String toString() {
    return toJson().toString();
  }
}
