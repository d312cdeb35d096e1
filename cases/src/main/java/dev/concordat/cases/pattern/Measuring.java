package dev.concordat.cases.pattern;

import dev.concordat.cases.pattern.Effort.TooCostly;
import dev.concordat.cases.pattern.Measured.Either;
import dev.concordat.cases.pattern.Measured.Nothing;
import dev.concordat.cases.pattern.Measured.One;
import dev.concordat.cases.pattern.Measured.Pair;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Finds the lengths that texts of a form can have. A repetition is a pair of two halves that are the same, so that a
/// thousand times take ten steps and no states.
final class Measuring {
  private static final Measured NOTHING = new Nothing();

  private final int bound;
  private final BigInteger mask;
  private final Effort effort;

  /// @param bound longer texts are not looked for, in characters
  Measuring(int bound, Effort effort) {
    this.bound = bound;
    this.mask = BigInteger.ONE.shiftLeft(bound + 1).subtract(BigInteger.ONE);
    this.effort = effort;
  }

  Measured of(Form form) throws TooCostly {
    return switch (form) {
      case Form.OneOf(Letters letters) -> new One(letters);
      case Form.Sequence(List<Form> parts) -> {
        var measured = new ArrayList<Measured>();
        for (Form part : parts) {
          measured.add(of(part));
        }
        yield joined(measured);
      }
      case Form.Choice(List<Form> alternatives) -> {
        var measured = new ArrayList<Measured>();
        for (Form alternative : alternatives) {
          measured.add(of(alternative));
        }
        yield either(measured);
      }
      case Form.Repeat(Form of, int least, int most) -> repeated(of(of), least, most);
    };
  }

  private Measured joined(List<Measured> parts) throws TooCostly {
    if (parts.isEmpty()) {
      return NOTHING;
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    int half = parts.size() / 2;
    return pair(joined(parts.subList(0, half)), joined(parts.subList(half, parts.size())));
  }

  private Measured either(List<Measured> alternatives) throws TooCostly {
    BigInteger lengths = BigInteger.ZERO;
    for (Measured alternative : alternatives) {
      lengths = lengths.or(alternative.lengths());
      effort.spend(words());
    }
    return new Either(List.copyOf(alternatives), lengths);
  }

  /// Of copies that may be empty only as many count as there are characters.
  private Measured repeated(Measured one, int least, int most) throws TooCostly {
    int needed = one.has(0) ? Math.min(least, bound) : least;
    int further = Math.min(most - least, bound);
    Measured must = times(one, needed);
    return further == 0
        ? must
        : pair(must, times(one.has(0) ? one : either(List.of(one, NOTHING)), further));
  }

  private Measured times(Measured one, int count) throws TooCostly {
    if (count == 0) {
      return NOTHING;
    }
    if (count == 1) {
      return one;
    }
    Measured half = times(one, count / 2);
    Measured both = pair(half, half);
    return count % 2 == 0 ? both : pair(both, one);
  }

  private Measured pair(Measured first, Measured second) throws TooCostly {
    if (first instanceof Nothing) {
      return second;
    }
    return second instanceof Nothing
        ? first
        : new Pair(first, second, sums(first.lengths(), second.lengths()));
  }

  /// Every sum of a length of the one and a length of the other, run by run of the one with fewer.
  private BigInteger sums(BigInteger one, BigInteger other) throws TooCostly {
    boolean isFewer = runs(one) <= runs(other);
    BigInteger few = isFewer ? one : other;
    BigInteger many = isFewer ? other : one;
    BigInteger sums = BigInteger.ZERO;
    for (int from = few.getLowestSetBit(); from >= 0; ) {
      BigInteger rest = few.shiftRight(from);
      int width = rest.not().getLowestSetBit();
      sums = sums.or(spread(many, width).shiftLeft(from)).and(mask);
      effort.spend(5 * words());
      int next = rest.shiftRight(width).getLowestSetBit();
      from = next < 0 ? -1 : from + width + next;
    }
    return sums;
  }

  private int runs(BigInteger lengths) throws TooCostly {
    effort.spend(2 * words());
    return lengths.andNot(lengths.shiftLeft(1)).bitCount();
  }

  /// The lengths, and all up to `width - 1` more than each.
  private BigInteger spread(BigInteger lengths, int width) throws TooCostly {
    BigInteger spread = lengths;
    for (int have = 1; have < width; ) {
      int step = Math.min(have, width - have);
      spread = spread.or(spread.shiftLeft(step)).and(mask);
      have += step;
      effort.spend(3 * words());
    }
    return spread;
  }

  private long words() {
    return 1L + bound / Long.SIZE;
  }
}
