package dev.concordat.model.conform;

import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Optional;

/// One fault of a provider, whatever number of cases showed it.
///
/// @param id short and stable while the cause is the same: `7f3a91`
/// @param rule what it is told as: the rule that is broken, or `conform/flaky-answer`
/// @param breaks the rule that is broken, always or sometimes
/// @param isFlaky whether it showed only in some of the tries, or could not be brought about again
/// @param tries how often it showed when its story was done again
/// @param operation the operation whose case shows it best
/// @param pointer where in the exchange: `status`, `header:Location`, `/items/*/price`, `body:/quantity`
/// @param message one sentence: what was sent, what came
/// @param why one sentence: why that is wrong
/// @param places the operations where it was seen, {@code operation} first
/// @param cases how many cases showed it
/// @param story the shortest exchange or exchanges that show it, in order
/// @param curl the requests of the story as commands of curl, secrets redacted
/// @param consequences what else was wrong in the same answers, as sentences
public record ConformFinding(
    String id,
    Rule rule,
    Rule breaks,
    Certainty certainty,
    boolean isFlaky,
    Tries tries,
    String operation,
    String pointer,
    String message,
    String why,
    Optional<Sentence> sentence,
    Optional<Comparison> comparison,
    List<String> places,
    int cases,
    List<Told> story,
    List<String> curl,
    List<String> consequences) {
  public ConformFinding {
    places = List.copyOf(places);
    story = List.copyOf(story);
    curl = List.copyOf(curl);
    consequences = List.copyOf(consequences);
  }
}
