package dev.concordat.cases.pattern;

import java.math.BigInteger;
import java.util.List;

/// A form that knows of which lengths its texts are, up to a bound: bit N of the lengths says whether there is a text of N
/// characters.
sealed interface Measured {
  BigInteger lengths();

  default boolean has(int length) {
    return lengths().testBit(length);
  }

  record Nothing() implements Measured {
    @Override
    public BigInteger lengths() {
      return BigInteger.ONE;
    }
  }

  record One(Letters letters) implements Measured {
    @Override
    public BigInteger lengths() {
      return BigInteger.TWO;
    }
  }

  record Pair(Measured first, Measured second, BigInteger lengths) implements Measured {}

  record Either(List<Measured> alternatives, BigInteger lengths) implements Measured {}
}
