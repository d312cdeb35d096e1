package dev.concordat.cases.pattern;

import java.util.List;

/// What a pattern says of texts, as a tree.
sealed interface Form {
  /// One of these characters.
  record OneOf(Letters letters) implements Form {}

  record Sequence(List<Form> parts) implements Form {}

  record Choice(List<Form> alternatives) implements Form {}

  /// So many times, and as often as at most.
  ///
  /// @param most [Integer#MAX_VALUE] where there is no bound
  record Repeat(Form of, int least, int most) implements Form {}

  /// Characters the shortest text has, as [Integer#MAX_VALUE] where there are more than that.
  default int shortest() {
    long length =
        switch (this) {
          case OneOf ignored -> 1;
          case Sequence(List<Form> parts) -> parts.stream().mapToLong(Form::shortest).sum();
          case Choice(List<Form> alternatives) ->
              alternatives.stream().mapToLong(Form::shortest).min().orElse(0);
          case Repeat(Form of, int least, int most) -> (long) of.shortest() * least;
        };
    return (int) Math.min(length, Integer.MAX_VALUE);
  }
}
