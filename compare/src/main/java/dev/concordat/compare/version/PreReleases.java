package dev.concordat.compare.version;

import java.math.BigInteger;

/// The order of pre-releases (semver.org 2.0.0, clause 11).
final class PreReleases {
  private PreReleases() {}

  static int compare(String left, String right) {
    String[] a = left.split("\\.", -1);
    String[] b = right.split("\\.", -1);
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      int order = compareOne(a[i], b[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.length, b.length);
  }

  private static int compareOne(String left, String right) {
    boolean isLeftNumber = isNumber(left);
    boolean isRightNumber = isNumber(right);
    if (isLeftNumber && isRightNumber) {
      return new BigInteger(left).compareTo(new BigInteger(right));
    }
    return isLeftNumber != isRightNumber ? (isLeftNumber ? -1 : 1) : left.compareTo(right);
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
