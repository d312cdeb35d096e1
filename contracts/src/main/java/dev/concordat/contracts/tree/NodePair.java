package dev.concordat.contracts.tree;

/// Two nodes, by identity: a place where two documents are looked at side by side.
public record NodePair(Node before, Node after) {
  // By hand: asked for at every step.
  @Override
  @SuppressWarnings("ReferenceEquality")
  public boolean equals(Object other) {
    return other instanceof NodePair that && before == that.before && after == that.after;
  }

  @Override
  public int hashCode() {
    return 31 * System.identityHashCode(before) + System.identityHashCode(after);
  }
}
