package dev.concordat.cases.pattern;

import dev.concordat.cases.pattern.Effort.TooCostly;
import dev.concordat.cases.pattern.Measured.Either;
import dev.concordat.cases.pattern.Measured.Nothing;
import dev.concordat.cases.pattern.Measured.One;
import dev.concordat.cases.pattern.Measured.Pair;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Writes a text of a length that a form has. Every choice can be kept to the end, since the lengths are known.
final class Writing {
  private final IntUnaryOperator choice;
  private final Effort effort;
  private final StringBuilder text = new StringBuilder();

  /// @param choice chooses a number below the one given
  Writing(IntUnaryOperator choice, Effort effort) {
    this.choice = choice;
    this.effort = effort;
  }

  String text(Measured form, int length) throws TooCostly {
    write(form, length);
    return text.toString();
  }

  private void write(Measured form, int length) throws TooCostly {
    effort.spend(1);
    if (length == 0) {
      return;
    }
    switch (form) {
      case Nothing() -> {}
      case One(Letters letters) ->
          text.appendCodePoint(letters.get(choice.applyAsInt(letters.count())));
      case Either(List<Measured> alternatives, var ignored) -> {
        List<Measured> possible = alternatives.stream().filter(it -> it.has(length)).toList();
        effort.spend(alternatives.size());
        write(possible.get(choice.applyAsInt(possible.size())), length);
      }
      case Pair(Measured first, Measured second, var ignored) -> {
        int part = part(first, second, length);
        write(first, part);
        write(second, length - part);
      }
    }
  }

  /// How many of the characters the first takes: where all choices are the first, as many as it can.
  private int part(Measured first, Measured second, int length) throws TooCostly {
    int least = first.lengths().getLowestSetBit();
    int most = Math.min(length, first.lengths().bitLength() - 1);
    effort.spend(1 + most - least);
    var possible = new int[1 + most - least];
    int count = 0;
    for (int part = most; part >= least; part--) {
      if (first.has(part) && second.has(length - part)) {
        possible[count++] = part;
      }
    }
    return possible[choice.applyAsInt(count)];
  }
}
