package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// What is claimed of a value. A set of claims that all must hold is a state of the search; the same claims are the same
/// state.
sealed interface Claim {
  /// Nothing is claimed.
  Claim ALWAYS = new Every(Set.of());

  /// No value does this.
  Claim NEVER = new Some(Set.of());

  Claim negated();

  private static List<Claim> allNegated(Set<Claim> claims) {
    var negated = new ArrayList<Claim>(claims.size());
    for (Claim claim : claims) {
      negated.add(claim.negated());
    }
    return negated;
  }

  /// A schema holds, or does not.
  ///
  /// @param isClosed whether objects have only declared members; only where it holds
  record Holds(Schema schema, boolean isPositive, boolean isClosed) implements Claim {
    @Override
    public Claim negated() {
      return new Holds(schema, !isPositive, false);
    }

    // By hand: what the compiler makes is linked anew in every process, and this one is asked for
    // most.
    @Override
    public boolean equals(Object other) {
      return other instanceof Holds that
          && schema.equals(that.schema)
          && isPositive == that.isPositive
          && isClosed == that.isClosed;
    }

    @Override
    public int hashCode() {
      return 31 * schema.hashCode() + (isPositive ? 2 : 0) + (isClosed ? 1 : 0);
    }
  }

  record Every(Set<Claim> claims) implements Claim {
    public Every {
      claims = Values.inOrder(claims);
    }

    @Override
    public Claim negated() {
      return Some.of(allNegated(claims));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Every that && claims.equals(that.claims);
    }

    @Override
    public int hashCode() {
      return claims.hashCode();
    }

    static Claim of(List<Claim> claims) {
      return claims.size() == 1 ? claims.getFirst() : new Every(new LinkedHashSet<>(claims));
    }
  }

  record Some(Set<Claim> claims) implements Claim {
    public Some {
      claims = Values.inOrder(claims);
    }

    @Override
    public Claim negated() {
      return Every.of(allNegated(claims));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Some that && claims.equals(that.claims);
    }

    @Override
    public int hashCode() {
      return claims.hashCode() + 1;
    }

    static Claim of(List<Claim> claims) {
      return claims.size() == 1 ? claims.getFirst() : new Some(new LinkedHashSet<>(claims));
    }
  }

  /// It is one of these values, or none of them. Values are in normal form ({@link Values}).
  record Among(Set<JsonValue> values, boolean isPositive) implements Claim {
    public Among {
      values = Values.inOrder(values);
    }

    @Override
    public Claim negated() {
      return new Among(values, !isPositive);
    }
  }

  /// It is an object with a member of such a name that does this; or it is no such object.
  record Member(NameSet names, Claim value, boolean isPositive) implements Claim {
    @Override
    public Claim negated() {
      return new Member(names, value, !isPositive);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Member that
          && isPositive == that.isPositive
          && names.equals(that.names)
          && value.equals(that.value);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * names.hashCode() + value.hashCode()) + (isPositive ? 1 : 0);
    }
  }

  /// It is an array with an item, from one position up to another, that does this; or it is no such array.
  record Item(int from, OptionalLong to, Claim value, boolean isPositive) implements Claim {
    @Override
    public Claim negated() {
      return new Item(from, to, value, !isPositive);
    }
  }

  /// It is an object, or none.
  record IsObject(boolean isPositive) implements Claim {
    @Override
    public Claim negated() {
      return new IsObject(!isPositive);
    }
  }
}
