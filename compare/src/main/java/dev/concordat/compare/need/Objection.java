package dev.concordat.compare.need;

import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

  private static final int MAX_SHOWN = 3;

  /// Those that say that something else may come too are one: each of them is small, and people want to know whether.
  static List<Objection> summed(List<Objection> all) {
    List<Objection> summed = new ArrayList<>();
    List<Objection> others = new ArrayList<>();
    for (Objection each : all) {
      (each.kind() == Kind.MAY_DIFFER ? others : summed).add(each);
    }
    if (!others.isEmpty()) {
      summed.add(others.size() == 1 ? others.getFirst().alone() : sum(others));
    }
    return summed;
  }

  private Objection alone() {
    return undecided.isPresent()
        ? this
        : new Objection(
            kind,
            "something may come that the consumer cannot take: " + message,
            pointer,
            named,
            provider,
            witness,
            undecided);
  }

  private static Objection sum(List<Objection> others) {
    String first =
        others.stream()
            .limit(MAX_SHOWN)
            .map(each -> each.pointer().isEmpty() ? "the whole" : each.pointer())
            .collect(Collectors.joining(", "));
    int more = others.size() - MAX_SHOWN;
    String which = more > 0 ? first + " and " + more + " more" : first;
    Objection shown =
        others.stream()
            .filter(each -> each.witness().isPresent())
            .findFirst()
            .orElse(others.getFirst());
    return new Objection(
        Kind.MAY_DIFFER,
        "something may come that the consumer cannot take, at " + which + ": " + shown.message(),
        "",
        shown.named(),
        shown.provider(),
        shown.witness(),
        shown.undecided());
  }

  /// A value that is refused.
  ///
  /// @param why as the consumer's matcher says
  record Untaken(JsonValue value, String why) {}
}
