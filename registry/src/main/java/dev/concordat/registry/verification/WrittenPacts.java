package dev.concordat.registry.verification;

import dev.concordat.registry.http.KeptAnswers;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// What was written about each pact of the last answer to a question. The text follows from the question and from what was found, so
/// what is found again is not written again: after a publication that is all but one or two. Thread-safe.
final class WrittenPacts {
  /// Characters of all that is kept: some fifty answers to the hub of a big company.
  private static final long MAX_CHARACTERS = 16L << 20;

  private record Asked(Question question, String base) {}

  private record Written(Map<VerifiablePact, String> texts, long characters) {}

  private final Map<Asked, Written> answers = new LinkedHashMap<>(16, 0.75f, true);
  private long kept;

  /// Of the last answer; empty where there was none lately.
  ///
  /// @param base what links begin with
  synchronized Map<VerifiablePact, String> before(Question question, String base) {
    Written written = answers.get(new Asked(question, base));
    return written == null ? Map.of() : written.texts();
  }

  /// Keeps what the newest answer says, instead of what the one before said.
  synchronized void keep(Question question, String base, Map<VerifiablePact, String> texts) {
    long characters =
        KeptAnswers.MAX_QUESTION + texts.values().stream().mapToLong(String::length).sum();
    Asked asked = new Asked(question, base);
    Written last = answers.put(asked, new Written(texts, characters));
    kept += characters - (last == null ? 0 : last.characters());
    Iterator<Written> oldest = answers.values().iterator();
    while (kept > MAX_CHARACTERS) {
      kept -= oldest.next().characters();
      oldest.remove();
    }
  }
}
