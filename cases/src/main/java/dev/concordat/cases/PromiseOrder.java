package dev.concordat.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is tried next: what providers are known to overlook before what their frameworks check for them, and each keyword and
/// each place once before any of them twice. Deterministic.
final class PromiseOrder {
  /// What providers overlook most, first. Of what is not named here comes last.
  private static final List<List<String>> RANKS =
      List.of(
          List.of("required"),
          List.of("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "enum", "const"),
          List.of("minLength", "maxLength", "pattern", "type", "method", "malformed"),
          List.of("minItems", "maxItems", "uniqueItems", "media-type", "multipleOf"),
          List.of("format", "additionalProperties", "minProperties", "maxProperties"),
          List.of("not-acceptable", "duplicate", "duplicate-key"));

  private static final Set<Flaw> OF_FRAMEWORKS =
      Set.of(
          new Flaw("body", "required"), new Flaw("body:", "type"), new Flaw("body", "malformed"));

  private static final int RANK = 2;
  private static final int SAME_KEYWORD = 5;
  private static final int SAME_PLACE = 2;

  /// What no reader must refuse, only survive.
  private static final int FORGIVABLE = 8;

  /// What an operation with the same member was asked already: its code is often the same.
  private static final int TRIED_ELSEWHERE = 5;

  /// Whether there is a body of the right type at all is checked by nearly every framework.
  private static final int WHOLE_BODY = 4;

  private final List<Deviant> left;
  private final Map<String, Integer> keywords = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Set<Flaw> tried;

  /// @param tried the flaws of members that any operation was asked, which this one adds to
  PromiseOrder(List<Deviant> deviants, Set<Flaw> tried) {
    this.left = new ArrayList<>(deviants);
    this.tried = tried;
  }

  Optional<Deviant> next() {
    int best = -1;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < left.size(); i++) {
      int cost = cost(left.get(i));
      if (cost < least) {
        least = cost;
        best = i;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    return Optional.of(left.remove(best));
  }

  /// It became a request: others of its keyword and its place can wait.
  void count(Deviant made) {
    keywords.merge(made.flaw().keyword(), 1, Integer::sum);
    places.merge(made.flaw().pointer(), 1, Integer::sum);
    if (isOfMember(made.flaw())) {
      tried.add(made.flaw());
    }
  }

  private static boolean isOfMember(Flaw flaw) {
    return flaw.pointer().startsWith("body:/");
  }

  private int cost(Deviant deviant) {
    Flaw flaw = deviant.flaw();
    return RANK * rank(flaw.keyword())
        + SAME_KEYWORD * keywords.getOrDefault(flaw.keyword(), 0)
        + SAME_PLACE * places.getOrDefault(flaw.pointer(), 0)
        + (int) flaw.pointer().chars().filter(c -> c == '/').count()
        + (deviant.outcome() == Outcome.ANSWERED ? FORGIVABLE : 0)
        + (tried.contains(flaw) ? TRIED_ELSEWHERE : 0)
        + (OF_FRAMEWORKS.contains(flaw) ? WHOLE_BODY : 0);
  }

  private static int rank(String keyword) {
    for (int rank = 0; rank < RANKS.size(); rank++) {
      if (RANKS.get(rank).contains(keyword)) {
        return rank;
      }
    }
    return RANKS.size();
  }
}
