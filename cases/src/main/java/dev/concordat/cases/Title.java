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
    var kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (isKept(text.charAt(i))) {
        kept.append(text.charAt(i));
      } else if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != '-') {
        kept.append('-');
      }
    }
    boolean isOpen = !kept.isEmpty() && kept.charAt(kept.length() - 1) == '-';
    String dashes = isOpen ? kept.substring(0, kept.length() - 1) : kept.toString();
    return dashes.isEmpty() ? "x" : dashes.equals(text) ? text : dashes.toLowerCase(Locale.ROOT);
  }

  private static boolean isKept(char c) {
    boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return isLetter || (c >= '0' && c <= '9') || c == '_' || c == '.';
  }
}
