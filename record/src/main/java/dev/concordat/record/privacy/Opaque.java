package dev.concordat.record.privacy;

import dev.concordat.record.shape.TextForm;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Texts that look like keys although nothing around them says so.
final class Opaque {
  private static final int LEAST_CHARACTERS = 24;
  private static final int LEAST_IN_PATH = 12;

  private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9_+/=.~-]+");

  /// What stands before a key in a path.
  private static final Set<String> BEFORE_KEYS =
      Set.of(
          "token",
          "tokens",
          "reset",
          "password-reset",
          "reset-password",
          "verify",
          "verification",
          "activate",
          "activation",
          "invite",
          "invitation",
          "magic",
          "magic-link",
          "secret",
          "secrets",
          "key",
          "keys",
          "apikey",
          "api-key",
          "unsubscribe",
          "session",
          "sessions",
          "share",
          "signed");

  private Opaque() {}

  /// Whether the text is long and a mix of capitals, small letters and digits, as generated keys are.
  static boolean isKey(String text) {
    return text.length() >= LEAST_CHARACTERS
        && CHARACTERS.matcher(text).matches()
        && text.chars().anyMatch(c -> c >= 'A' && c <= 'Z')
        && text.chars().anyMatch(c -> c >= 'a' && c <= 'z')
        && text.chars().filter(c -> c >= '0' && c <= '9').count() > 1
        && !isNamed(text);
  }

  private static boolean isNamed(String text) {
    Set<TextForm> forms = TextForm.of(text);
    return forms.contains(TextForm.UUID)
        || forms.contains(TextForm.DATE_TIME)
        || forms.contains(TextForm.EMAIL);
  }

  /// Whether the segment of a path is a key, by itself or by the segment before it.
  static boolean isKeyInPath(String before, String segment) {
    return isKey(segment)
        || (segment.length() >= LEAST_IN_PATH
            && BEFORE_KEYS.contains(before.toLowerCase(Locale.ROOT))
            && segment.chars().anyMatch(c -> c >= '0' && c <= '9'));
  }
}
