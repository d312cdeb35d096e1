package dev.concordat.standin.wiremock.template;

/// How helpers say in the text that they cannot help.
final class Failures {
  private Failures() {}

  static String text(String message) {
    return "[ERROR: " + message + "]";
  }
}
