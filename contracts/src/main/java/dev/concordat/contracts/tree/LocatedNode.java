package dev.concordat.contracts.tree;

import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A node that knows its parent and the byte at which it starts; everything else about its place is found on demand, so
/// that a document of a million nodes stays small.
abstract sealed class LocatedNode implements Parent permits ScalarNode, ArrayNode, ObjectNode {
  private final Parent parent;
  private final int offset;

  LocatedNode(Parent parent, int offset) {
    this.parent = parent;
    this.offset = offset;
  }

  /// The pointer token under which the child hangs here.
  abstract String tokenOf(LocatedNode child);

  Source source() {
    Parent up = parent;
    while (up instanceof LocatedNode node) {
      up = node.parent;
    }
    return up instanceof Graft graft ? graft.source() : (Source) up;
  }

  /// The node at the top of the tree.
  static Node rootOf(Node node) {
    LocatedNode at = (LocatedNode) node;
    while (at.holder() instanceof LocatedNode holder) {
      at = holder;
    }
    return (Node) at;
  }

  /// Which of the values is the child, or -1. Values stand in the order of the text, but for those that an alias or a
  /// merge key brought from elsewhere.
  static int indexOf(LocatedNode child, List<Node> values) {
    int low = 0;
    int high = values.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      var candidate = (LocatedNode) values.get(middle);
      if (candidate == child) {
        return middle;
      }
      if (candidate.offset < child.offset) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return scan(child, values);
  }

  @SuppressWarnings("ReferenceEquality")
  private static int scan(LocatedNode child, List<Node> values) {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) == child) {
        return i;
      }
    }
    return -1;
  }

  int offset() {
    return offset;
  }

  private Parent holder() {
    return parent instanceof Graft graft ? graft.holder() : parent;
  }

  public Optional<Node> parent() {
    return holder() instanceof Node holder ? Optional.of(holder) : Optional.empty();
  }

  public String pointer() {
    if (parent instanceof Source) {
      return "";
    }
    var tokens = new ArrayList<String>();
    int length = 0;
    LocatedNode child = this;
    while (child.holder() instanceof LocatedNode holder) {
      String token = Pointers.escape(holder.tokenOf(child));
      tokens.add(token);
      length += token.length() + 1;
      child = holder;
    }
    var pointer = new StringBuilder(length);
    for (String token : tokens.reversed()) {
      pointer.append('/').append(token);
    }
    return pointer.toString();
  }

  public Place place() {
    return source().place(offset, pointer());
  }

  public String sourceLine() {
    return source().lineAt(offset);
  }
}
