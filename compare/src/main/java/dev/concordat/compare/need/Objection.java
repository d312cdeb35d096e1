package dev.concordat.compare.need;

import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// Something that keeps a provider's values from being what a consumer needs.
///
/// @param message one sentence, with the actual values
/// @param pointer where in the value, array indices as `*`
/// @param named the very place in the consumer's example
/// @param provider the provider's sentence
/// @param witness a value that the provider may send and the consumer cannot take
/// @param undecided why it is not sure
record Objection(
    Kind kind,
    String message,
    String pointer,
    String named,
    Sentence provider,
    Optional<Untaken> witness,
    Optional<Evidence.Undecided> undecided) {
  /// How bad it is, worst first.
  enum Kind {
    /// What is needed never comes.
    NEVER,
    /// Whether what is needed can come is not decided.
    OPEN,
    /// The example never comes; others that match do.
    NOT_THE_EXAMPLE,
    /// What is needed is allowed and not documented.
    UNDECLARED,
    /// What is needed may come, and something else too.
    MAY_DIFFER
  }

  /// A value that is refused.
  ///
  /// @param why as the consumer's matcher says
  record Untaken(JsonValue value, String why) {}
}
