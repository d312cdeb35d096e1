package dev.concordat.record.settling;

import java.util.Locale;

/// English words of paths as parts of names.
public final class Words {
  private Words() {}

  /// One of what the word names: `orders` gives `order`, `categories` `category`, `boxes` `box`.
  public static String singular(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    if (small.length() > 4 && small.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (small.endsWith("sses")
        || small.endsWith("xes")
        || small.endsWith("ches")
        || small.endsWith("shes")
        || small.endsWith("zzes")) {
      return word.substring(0, word.length() - 2);
    }
    boolean isPlural =
        small.length() > 3
            && small.endsWith("s")
            && !small.endsWith("ss")
            && !small.endsWith("us")
            && !small.endsWith("is");
    return isPlural ? word.substring(0, word.length() - 1) : word;
  }

  /// The word as the beginning of a name: `order-items` gives `orderItems`. Empty where it has no letter or digit.
  public static String camel(String word) {
    StringBuilder name = new StringBuilder(word.length());
    boolean isNew = false;
    for (int at = 0; at < word.length(); at++) {
      char c = word.charAt(at);
      boolean isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!isPlain) {
        isNew = !name.isEmpty();
      } else if (name.isEmpty()) {
        name.append(Character.toLowerCase(c));
      } else {
        name.append(isNew ? Character.toUpperCase(c) : c);
        isNew = false;
      }
    }
    return name.toString();
  }

  /// The word with a capital, as a part of a name or as the name of a schema.
  public static String capital(String word) {
    String camel = camel(word);
    return camel.isEmpty() ? "" : Character.toUpperCase(camel.charAt(0)) + camel.substring(1);
  }
}
