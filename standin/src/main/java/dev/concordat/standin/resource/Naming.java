package dev.concordat.standin.resource;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Compares names that are written in different styles: `order_id`, `orderId` and `Order-ID` are one.
public final class Naming {
  private static final List<String> IDS = List.of("id", "uuid", "guid", "key");

  private Naming() {}

  /// Letters and digits in lower case.
  public static String plain(String name) {
    var out = new StringBuilder(name.length());
    name.codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letter -> out.appendCodePoint(Character.toLowerCase(letter)));
    return out.toString();
  }

  /// The singular of an English plural in plain form: `categories` is `category`, `addresses` is `address`.
  public static String singular(String plain) {
    if (plain.endsWith("ies") && plain.length() > 4) {
      return plain.substring(0, plain.length() - 3) + "y";
    }
    boolean isLong =
        plain.endsWith("sses")
            || plain.endsWith("xes")
            || plain.endsWith("ches")
            || plain.endsWith("shes");
    if (isLong) {
      return plain.substring(0, plain.length() - 2);
    }
    boolean isPlural = plain.endsWith("s") && !plain.endsWith("ss") && plain.length() > 2;
    return isPlural ? plain.substring(0, plain.length() - 1) : plain;
  }

  /// What a member refers to by its name: `customerId`, `customer_ids` and `customerUuid` refer to a `customer`.
  public static Optional<String> referred(String name) {
    String plain =
        plain(
            name.toLowerCase(Locale.ROOT).endsWith("ids")
                ? name.substring(0, name.length() - 1)
                : name);
    for (String id : IDS) {
      if (plain.endsWith(id) && plain.length() > id.length() && isWordEnd(name, id)) {
        return Optional.of(plain.substring(0, plain.length() - id.length()));
      }
    }
    return Optional.empty();
  }

  /// Whether the end of a name is a word of its own, so that `paid` is no reference to a `pa`.
  private static boolean isWordEnd(String name, String word) {
    String singular = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    int start = singular.length() - word.length();
    if (start < 1) {
      return false;
    }
    char first = singular.charAt(start);
    return Character.isUpperCase(first) || !Character.isLetterOrDigit(singular.charAt(start - 1));
  }

  /// Several may be named at once: `orderIds` and `orderIdentifiers` are the ids of an order each.
  private static String one(String plain) {
    return namesSeveral(plain) ? singular(plain) : plain;
  }

  /// Whether a parameter takes the ids of several things at once, by its name.
  public static boolean namesSeveral(String parameter) {
    String plain = plain(parameter);
    return plain.endsWith("ids") || plain.endsWith("identifiers");
  }

  /// The member that holds the id which a path parameter names, among the names of members.
  ///
  /// @param parameter the parameter's name: `orderId`
  /// @param resource the resource's name in the plural: `orders`
  public static Optional<String> idMember(
      Iterable<String> members, String parameter, String resource) {
    String wanted = one(plain(parameter));
    String one = singular(plain(resource));
    List<String> candidates =
        wanted.endsWith("id")
                || wanted.endsWith("identifier")
                || wanted.equals(one)
                || wanted.isEmpty()
            ? List.of(wanted, "id", one + "id", "identifier", "uuid", one + "uuid", "key", one)
            : List.of(
                wanted,
                one + wanted,
                wanted.startsWith(one) ? wanted.substring(one.length()) : wanted);
    for (String candidate : candidates) {
      for (String member : members) {
        if (!candidate.isEmpty() && plain(member).equals(candidate)) {
          return Optional.of(member);
        }
      }
    }
    return Optional.empty();
  }
}
