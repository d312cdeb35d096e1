package dev.concordat.engine.fidelity;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.flowmap.ValuePlace;
import java.util.Locale;

/// A change of a value that a team has agreed to.
///
/// @param path the place that may differ: `orders.placeOrder /customer/name`, `orders-db.orders /note`; a star at the end of
///     either word stands for any rest
/// @param transformation what may happen, as the rule names it (`trimmed`), or `any`
/// @param owner who agreed
/// @param reason why
public record Acceptance(String path, String transformation, String owner, String reason) {
  boolean covers(ValuePlace place, Alteration alteration) {
    int space = path.indexOf(' ');
    String subject = space < 0 ? path : path.substring(0, space);
    String at = space < 0 ? "*" : path.substring(space + 1).strip();
    return isLike(subject, place.subject()) && isLike(at, place.at()) && isMeant(alteration);
  }

  private boolean isMeant(Alteration alteration) {
    String word = transformation.toLowerCase(Locale.ROOT);
    return word.equals("any")
        || alteration.rule().filter(rule -> rule.id().equals("fidelity/" + word)).isPresent();
  }

  private static boolean isLike(String pattern, String text) {
    return pattern.endsWith("*")
        ? text.startsWith(pattern.substring(0, pattern.length() - 1))
        : pattern.equals(text);
  }
}
