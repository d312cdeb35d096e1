package dev.concordat.compare.avro;

/// Names with and without their namespaces.
final class Names {
  private Names() {}

  static String simple(String fullName) {
    return fullName.substring(fullName.lastIndexOf('.') + 1);
  }

  /// Whether two names are the same but for their namespaces.
  static boolean areAlike(String a, String b) {
    return simple(a).equals(simple(b));
  }
}
