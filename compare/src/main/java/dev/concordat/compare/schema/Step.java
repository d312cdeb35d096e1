package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Aim;
import dev.concordat.contracts.schema.Schema;
import java.util.List;
import java.util.Set;

/// One step from a value into it, or from a schema to one of its alternatives.
sealed interface Step {
  /// What is aimed at outside, if this is aimed at inside.
  Aim around(Aim inner);

  record Member(String name) implements Step {
    @Override
    public Aim around(Aim inner) {
      return new Aim.Member(name, inner);
    }
  }

  record Matching(String pattern) implements Step {
    @Override
    public Aim around(Aim inner) {
      return new Aim.Matching(pattern, inner);
    }
  }

  /// A member that none of these names and patterns speaks of.
  record Another(Set<String> names, List<String> patterns) implements Step {
    @Override
    public Aim around(Aim inner) {
      return new Aim.Another(names, patterns, inner);
    }
  }

  record Item(int from) implements Step {
    @Override
    public Aim around(Aim inner) {
      return new Aim.Item(from, inner);
    }
  }

  record ItemAt(int position) implements Step {
    @Override
    public Aim around(Aim inner) {
      return new Aim.ItemAt(position, inner);
    }
  }

  /// No step in the value: of several alternatives the sender means this one.
  record Alternative(Schema sent) implements Step {
    @Override
    public Aim around(Aim inner) {
      return new Aim.All(List.of(new Aim.Keeps(sent), inner));
    }
  }
}
