package dev.concordat.contracts.tree;

import dev.concordat.model.place.Place;
import java.util.ArrayDeque;
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
    return (Source) up;
  }

  public Optional<Node> parent() {
    return parent instanceof Node holder ? Optional.of(holder) : Optional.empty();
  }

  public String pointer() {
    var tokens = new ArrayDeque<String>();
    LocatedNode child = this;
    while (child.parent instanceof LocatedNode holder) {
      tokens.push(Pointers.escape(holder.tokenOf(child)));
      child = holder;
    }
    return tokens.isEmpty() ? "" : "/" + String.join("/", tokens);
  }

  public Place place() {
    return source().place(offset, pointer());
  }

  public String sourceLine() {
    return source().lineAt(offset);
  }
}
