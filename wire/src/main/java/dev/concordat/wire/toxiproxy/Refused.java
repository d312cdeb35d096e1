package dev.concordat.wire.toxiproxy;

/// A request that cannot be done, with the status and the text that Toxiproxy gives.
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String text;

  private Refused(int status, String text) {
    super(text, null, false, false);
    this.status = status;
    this.text = text;
  }

  int status() {
    return status;
  }

  String text() {
    return text;
  }

  static Refused bad(String text) {
    return new Refused(400, text);
  }

  static Refused notFound(String text) {
    return new Refused(404, text);
  }

  static Refused conflict(String text) {
    return new Refused(409, text);
  }

  static Refused failed(String text) {
    return new Refused(500, text);
  }
}
