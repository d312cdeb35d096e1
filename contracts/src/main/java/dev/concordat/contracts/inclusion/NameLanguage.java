package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.language.TextLanguage;
import dev.concordat.contracts.language.Undecided;
import dev.concordat.model.json.JsonString;
import java.util.List;

/// The texts for which a formula holds, as one regular language: what `propertyNames` needs.
final class NameLanguage {
  /// Longest names that are counted out as states.
  private static final int MAX_COUNTED = 300;

  private NameLanguage() {}

  static TextLanguage of(Formula formula) throws Undecided {
    return switch (formula) {
      case Formula.And(List<Formula> parts) -> {
        TextLanguage all = TextLanguage.all();
        for (Formula part : parts) {
          all = all.and(of(part));
        }
        yield all;
      }
      case Formula.Or(List<Formula> parts) -> {
        TextLanguage any = TextLanguage.of(List.of());
        for (Formula part : parts) {
          any = any.or(of(part));
        }
        yield any;
      }
      case Formula.Is(Condition condition) -> of(condition);
    };
  }

  private static TextLanguage of(Condition condition) throws Undecided {
    return switch (condition) {
      case Condition.Matches(String pattern, boolean isPositive) ->
          signed(TextLanguage.matching(pattern), isPositive);
      case Condition.Among among ->
          signed(
              TextLanguage.of(
                  among.values().stream().map(value -> ((JsonString) value).value()).toList()),
              among.isPositive());
      case Condition.Shorter(long max) -> upTo(max);
      case Condition.Longer(long min) -> upTo(min - 1).not();
      default -> throw TextLanguage.undecided("names with " + condition);
    };
  }

  private static TextLanguage signed(TextLanguage language, boolean isPositive) throws Undecided {
    return isPositive ? language : language.not();
  }

  private static TextLanguage upTo(long max) throws Undecided {
    if (max < 0) {
      return TextLanguage.of(List.of());
    }
    if (max > MAX_COUNTED) {
      throw TextLanguage.undecided("names of up to " + max + " characters");
    }
    return TextLanguage.ofLength(0, (int) max);
  }
}
