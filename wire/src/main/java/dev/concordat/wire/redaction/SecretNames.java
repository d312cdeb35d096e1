package dev.concordat.wire.redaction;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which names of headers, fields and columns say that the value is a secret. Case and punctuation do not count, so
/// `api_key`, `X-Api-Key` and `apiKey` are one.
final class SecretNames {
  private static final List<String> PARTS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "secret",
          "token",
          "apikey",
          "authorization",
          "credential",
          "privatekey",
          "accesskey",
          "cookie",
          "cardnumber");

  private static final Set<String> WHOLE =
      Set.of("pwd", "pin", "cvv", "cvc", "pan", "ssn", "jwt", "sessionid");

  /// Names that have a secret's part and are none.
  private static final Set<String> HARMLESS =
      Set.of("tokentype", "tokenendpoint", "maxtokens", "tokencount", "totaltokens");

  private static final int LONGEST_NAME = 200;

  private final Set<String> more;

  SecretNames(Set<String> more) {
    this.more = more.stream().map(SecretNames::plain).collect(Collectors.toUnmodifiableSet());
  }

  boolean isSecret(String name) {
    if (name.length() > LONGEST_NAME) {
      return false;
    }
    String plain = plain(name);
    return more.contains(plain)
        || WHOLE.contains(plain)
        || (PARTS.stream().anyMatch(plain::contains) && !HARMLESS.contains(plain));
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        plain.append(Character.toLowerCase(c));
      }
    }
    return plain.toString();
  }
}
