package dev.concordat.conform.resource;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Names of things, compared as people mean them: `order_lines`, `orderLine` and `OrderLines` are one.
public final class Words {
  private static final List<String> ID_ENDINGS =
      List.of("identifier", "uuid", "guid", "slug", "code", "key", "name", "number", "ids", "id");

  /// Plurals of words that end in an f.
  private static final List<String> FROM_F =
      List.of("shelves", "leaves", "halves", "loaves", "thieves", "calves");

  private Words() {}

  /// Lower case, without separators.
  public static String plain(String name) {
    var out = new StringBuilder(name.length());
    for (int at = 0; at < name.length(); ) {
      int c = name.codePointAt(at);
      at += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        out.appendCodePoint(Character.toLowerCase(c));
      }
    }
    return out.toString();
  }

  /// The singular of a plain word, good enough to compare by: `categories` and `category` are one.
  public static String singular(String word) {
    String plain = plain(word);
    if (plain.length() > 4 && plain.endsWith("ies")) {
      return plain.substring(0, plain.length() - 3) + "y";
    }
    if (FROM_F.stream().anyMatch(plain::endsWith)) {
      return plain.substring(0, plain.length() - 3) + "f";
    }
    for (String ending : List.of("sses", "shes", "ches", "xes", "zes")) {
      if (plain.endsWith(ending)) {
        return plain.substring(0, plain.length() - 2);
      }
    }
    boolean isPlural = plain.length() > 2 && plain.endsWith("s") && !plain.endsWith("ss");
    return isPlural && !plain.endsWith("us") ? plain.substring(0, plain.length() - 1) : plain;
  }

  /// The thing that a name refers to by its ending: `customerId` and `customer_uuid` refer to `customer`. Nothing for a name
  /// without such an ending, or with nothing before it.
  public static Optional<String> referred(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    for (String ending : ID_ENDINGS) {
      boolean isApart =
          plain.endsWith(ending) && plain.length() > ending.length() && isOwnWord(name, ending);
      if (isApart) {
        return Optional.of(singular(plain.substring(0, plain.length() - ending.length())));
      }
    }
    return Optional.empty();
  }

  /// Whether the ending begins a word: `orderId`, `order_id`, and not `valid`.
  private static boolean isOwnWord(String name, String ending) {
    String trimmed = name.replaceAll("[^A-Za-z0-9]+$", "");
    int start = trimmed.length() - ending.length();
    if (start <= 0) {
      return false;
    }
    char first = trimmed.charAt(start);
    char before = trimmed.charAt(start - 1);
    return Character.isUpperCase(first)
        ? !Character.isUpperCase(before)
        : !Character.isLetter(before);
  }
}
