package dev.concordat.contracts.inclusion;

import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// One condition on a value whose kind is known. Each has an exact opposite among them.
sealed interface Condition {
  Condition negated();

  /// It is one of these, or none of them.
  record Among(Set<JsonValue> values, boolean isPositive) implements Condition {
    @Override
    public Condition negated() {
      return new Among(values, !isPositive);
    }
  }

  /// A keyword that is not understood here. It is taken for true, which can only make more values possible; a value that
  /// is found is shown to the validators all the same.
  record Beyond(String what) implements Condition {
    @Override
    public Condition negated() {
      return this;
    }
  }

  // ------------------------------------------------------------------------------------------------ numbers

  record AtLeast(BigDecimal bound, boolean isExclusive) implements Condition {
    @Override
    public Condition negated() {
      return new AtMost(bound, !isExclusive);
    }
  }

  record AtMost(BigDecimal bound, boolean isExclusive) implements Condition {
    @Override
    public Condition negated() {
      return new AtLeast(bound, !isExclusive);
    }
  }

  record Multiple(BigDecimal step, boolean isPositive) implements Condition {
    @Override
    public Condition negated() {
      return new Multiple(step, !isPositive);
    }
  }

  // ------------------------------------------------------------------------------------------------ texts

  record Matches(String pattern, boolean isPositive) implements Condition {
    @Override
    public Condition negated() {
      return new Matches(pattern, !isPositive);
    }
  }

  record HasFormat(String format, boolean isPositive) implements Condition {
    @Override
    public Condition negated() {
      return new HasFormat(format, !isPositive);
    }
  }

  /// How long a text, an array or an object is.
  record Longer(long min) implements Condition {
    @Override
    public Condition negated() {
      return new Shorter(min - 1);
    }
  }

  record Shorter(long max) implements Condition {
    @Override
    public Condition negated() {
      return new Longer(max + 1);
    }
  }

  // ------------------------------------------------------------------------------------------------ arrays

  /// Every item from one position up to another, if it is there.
  record Items(int from, OptionalLong to, Claim claim) implements Condition {
    @Override
    public Condition negated() {
      return new HasItem(from, to, claim.negated());
    }
  }

  record HasItem(int from, OptionalLong to, Claim claim) implements Condition {
    @Override
    public Condition negated() {
      return new Items(from, to, claim.negated());
    }
  }

  record ContainsAtLeast(long count, Claim claim) implements Condition {
    @Override
    public Condition negated() {
      return new ContainsAtMost(count - 1, claim);
    }
  }

  record ContainsAtMost(long count, Claim claim) implements Condition {
    @Override
    public Condition negated() {
      return new ContainsAtLeast(count + 1, claim);
    }
  }

  record Unique(boolean isPositive) implements Condition {
    @Override
    public Condition negated() {
      return new Unique(!isPositive);
    }
  }

  // ------------------------------------------------------------------------------------------------ objects

  /// Every member with such a name.
  record Members(NameSet names, Claim claim) implements Condition {
    @Override
    public Condition negated() {
      return new HasMember(names, claim.negated());
    }

    // By hand: what the compiler makes is linked anew in every process, and these are asked for
    // most.
    @Override
    public boolean equals(Object other) {
      return other instanceof Members that && names.equals(that.names) && claim.equals(that.claim);
    }

    @Override
    public int hashCode() {
      return 31 * names.hashCode() + claim.hashCode();
    }
  }

  record HasMember(NameSet names, Claim claim) implements Condition {
    @Override
    public Condition negated() {
      return new Members(names, claim.negated());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof HasMember that
          && names.equals(that.names)
          && claim.equals(that.claim);
    }

    @Override
    public int hashCode() {
      return 31 * names.hashCode() + claim.hashCode() + 1;
    }
  }

  /// A sender's object declares such members; absent names: it says what all others are. Never negated: only what holds is
  /// read closed.
  record Declares(Optional<NameSet> names) implements Condition {
    @Override
    public Condition negated() {
      return new Beyond("the opposite of what a sender declares");
    }
  }
}
