package dev.concordat.cases;

import dev.concordat.model.finding.Sentence;
import java.util.Locale;
import java.util.Optional;

/// What a case says beside its request.
///
/// @param slug the last part of its id
/// @param what for people: `quantity above its maximum (101)`
record Title(String slug, String what, String reason, Sentence sentence) {

  /// The same, standing on another sentence.
  Title on(Optional<Sentence> other) {
    return new Title(slug, what, reason, other.orElse(sentence));
  }

  /// Letters, digits and dashes only, so that ids fit into addresses and file names.
  static String slug(String text) {
    String dashes = text.replaceAll("[^A-Za-z0-9_.]+", "-").replaceAll("^-+|-+$", "");
    return dashes.isEmpty() ? "x" : dashes.equals(text) ? text : dashes.toLowerCase(Locale.ROOT);
  }
}
