package dev.concordat.contracts.meaning;

import dev.concordat.model.json.JsonNumber;
import java.math.BigInteger;

/// One spelling for every number: its digits without zeros at either end, and the exponent of the last one. `10`, `10.0` and
/// `1e1` are `1e1`; a huge exponent costs nothing.
final class CanonicalNumber {
  private CanonicalNumber() {}

  static String of(JsonNumber number) {
    String text = number.digits();
    boolean isNegative = text.startsWith("-");
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    String mantissa = text.substring(isNegative ? 1 : 0, e < 0 ? text.length() : e);
    int dot = mantissa.indexOf('.');
    int fraction = dot < 0 ? 0 : mantissa.length() - dot - 1;
    String digits = mantissa.replace(".", "");
    int start = 0;
    while (start < digits.length() && digits.charAt(start) == '0') {
      start++;
    }
    if (start == digits.length()) {
      return "0";
    }
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    BigInteger written = e < 0 ? BigInteger.ZERO : new BigInteger(text.substring(e + 1));
    BigInteger exponent = written.add(BigInteger.valueOf((long) digits.length() - end - fraction));
    return (isNegative ? "-" : "") + digits.substring(start, end) + "e" + exponent;
  }
}
