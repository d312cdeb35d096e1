package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.language.TextLanguage;
import dev.concordat.contracts.language.Undecided;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A set of members' names: a few, all but a few, or a regular language.
sealed interface NameSet {
  boolean contains(String name);

  /// The names that the set speaks of one by one.
  Set<String> named();

  TextLanguage language() throws Undecided;

  record Few(Set<String> named) implements NameSet {
    public Few {
      named = Values.inOrder(named);
    }

    @Override
    public boolean contains(String name) {
      return named.contains(name);
    }

    // By hand, as in the conditions that have it.
    @Override
    public boolean equals(Object other) {
      return other instanceof Few that && named.equals(that.named);
    }

    @Override
    public int hashCode() {
      return named.hashCode();
    }

    @Override
    public TextLanguage language() {
      return TextLanguage.of(named);
    }
  }

  record AllBut(Set<String> named) implements NameSet {
    public AllBut {
      named = Values.inOrder(named);
    }

    @Override
    public boolean contains(String name) {
      return !named.contains(name);
    }

    @Override
    public TextLanguage language() throws Undecided {
      return TextLanguage.of(named).not();
    }
  }

  record Regular(TextLanguage language) implements NameSet {
    @Override
    public boolean contains(String name) {
      return language.contains(name);
    }

    @Override
    public Set<String> named() {
      return Set.of();
    }
  }

  static NameSet of(String name) {
    return new Few(Set.of(name));
  }

  default NameSet complement() throws Undecided {
    return switch (this) {
      case Few(Set<String> names) -> new AllBut(names);
      case AllBut(Set<String> names) -> new Few(names);
      case Regular(TextLanguage language) -> new Regular(language.not());
    };
  }

  /// The union; finite parts stay finite.
  static NameSet union(Collection<NameSet> sets) throws Undecided {
    Set<String> few = new LinkedHashSet<>();
    @Nullable Regular regular = null;
    @Nullable Set<String> missing = null;
    for (NameSet set : sets) {
      switch (set) {
        case Few(Set<String> names) -> few.addAll(names);
        case AllBut(Set<String> names) -> {
          if (missing == null) {
            missing = new LinkedHashSet<>(names);
          } else {
            missing.retainAll(names);
          }
        }
        case Regular each ->
            regular = regular == null ? each : new Regular(regular.language.or(each.language));
      }
    }
    if (missing != null) {
      @Nullable Regular others = regular;
      missing.removeIf(name -> few.contains(name) || (others != null && others.contains(name)));
      return new AllBut(missing);
    }
    if (regular == null) {
      return new Few(few);
    }
    return few.isEmpty() ? regular : new Regular(regular.language.or(TextLanguage.of(few)));
  }
}
