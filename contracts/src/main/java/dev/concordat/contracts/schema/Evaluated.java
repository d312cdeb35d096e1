package dev.concordat.contracts.schema;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/// Which members and items of a value some keyword has looked at; what `unevaluatedProperties` and `unevaluatedItems` ask.
final class Evaluated {
  private final Set<String> members = new HashSet<>();
  private final BitSet items = new BitSet();
  private boolean hasAllMembers;
  private boolean hasAllItems;

  void member(String name) {
    members.add(name);
  }

  void allMembers() {
    hasAllMembers = true;
  }

  void item(int index) {
    items.set(index);
  }

  void allItems() {
    hasAllItems = true;
  }

  boolean hasMember(String name) {
    return hasAllMembers || members.contains(name);
  }

  boolean hasItem(int index) {
    return hasAllItems || items.get(index);
  }

  void add(Evaluated other) {
    members.addAll(other.members);
    items.or(other.items);
    hasAllMembers |= other.hasAllMembers;
    hasAllItems |= other.hasAllItems;
  }
}
