package dev.concordat.wire.redaction;

import java.util.regex.Pattern;

/// Whether digits are a payment card number: an issuer's range and length (ISO/IEC 7812), written in one piece or in the
/// groups that are printed on cards, and the check digit (Luhn). Anything less would take out order numbers as well.
final class CardNumber {
  private static final Pattern ISSUED =
      Pattern.compile(
          "4[0-9]{15}(?:[0-9]{3})?" // Visa
              + "|5[1-5][0-9]{14}|222[1-9][0-9]{12}|22[3-9][0-9]{13}" // Mastercard
              + "|2[3-6][0-9]{14}|27[01][0-9]{13}|2720[0-9]{12}"
              + "|3[47][0-9]{13}" // American Express
              + "|3(?:0[0-5]|[68][0-9])[0-9]{11}" // Diners Club
              + "|6(?:011|5[0-9]{2}|4[4-9][0-9])[0-9]{12}" // Discover
              + "|35(?:2[89]|[3-8][0-9])[0-9]{12}" // JCB
              + "|62[0-9]{14,17}"); // UnionPay

  private static final Pattern PRINTED =
      Pattern.compile(
          "[0-9]+|(?:[0-9]{4}[ -]){3}[0-9]{4}(?:[ -][0-9]{3})?|[0-9]{4}[ -][0-9]{6}[ -][0-9]{4,5}");

  private CardNumber() {}

  static boolean is(String text) {
    if (!PRINTED.matcher(text).matches()) {
      return false;
    }
    String digits = text.replace(" ", "").replace("-", "");
    return ISSUED.matcher(digits).matches() && isChecked(digits);
  }

  private static boolean isChecked(String digits) {
    int sum = 0;
    boolean isDoubled = false;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int digit = digits.charAt(i) - '0';
      int value = isDoubled ? 2 * digit : digit;
      sum += value > 9 ? value - 9 : value;
      isDoubled = !isDoubled;
    }
    return sum % 10 == 0;
  }
}
