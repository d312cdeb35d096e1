package dev.concordat.contracts.meaning;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Puts named terms together; what is not said, or says the same as silence, is left out. Not thread-safe.
public final class TermMembers {
  private final TreeMap<String, Term> members = new TreeMap<>();

  /// Members of something.
  ///
  /// @param kind what it is, so that things of two kinds never mean the same
  public static TermMembers of(String kind) {
    return new TermMembers().put("kind", Term.text(kind));
  }

  public TermMembers put(String name, Term term) {
    members.put(name, term);
    return this;
  }

  /// The text, unless it is empty.
  public TermMembers text(String name, String text) {
    return text.isEmpty() ? this : put(name, Term.text(text));
  }

  /// The flag, unless it is false.
  public TermMembers flag(String name, boolean flag) {
    return flag ? put(name, Term.flag(true)) : this;
  }

  public TermMembers maybe(String name, Optional<Term> term) {
    term.ifPresent(present -> put(name, present));
    return this;
  }

  /// Items in their order, unless there are none.
  public TermMembers sequence(String name, Collection<Term> items) {
    return items.isEmpty() ? this : put(name, new Term.Sequence(List.copyOf(items)));
  }

  /// Items in any order, unless there are none.
  public TermMembers bag(String name, Collection<Term> items) {
    return items.isEmpty() ? this : put(name, new Term.Bag(List.copyOf(items)));
  }

  /// Items of which only counts that they are there, unless there are none.
  public TermMembers choices(String name, Collection<Term> items) {
    return items.isEmpty() ? this : put(name, new Term.Choices(List.copyOf(items)));
  }

  /// Named items, unless there are none.
  public TermMembers named(String name, Map<String, Term> items) {
    return items.isEmpty() ? this : put(name, Term.members(items));
  }

  public boolean isEmpty() {
    return members.isEmpty();
  }

  public Term term() {
    return new Term.Members(members);
  }
}
