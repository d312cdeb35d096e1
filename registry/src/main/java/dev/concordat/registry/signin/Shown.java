package dev.concordat.registry.signin;

/// What somebody else wrote, short enough to be shown.
final class Shown {
  private static final int MAX = 300;

  private Shown() {}

  static String of(String text) {
    return text.length() > MAX ? text.substring(0, MAX) + "…" : text;
  }
}
