package dev.concordat.report.terminal;

/// How text may look: with ANSI colours, or plain.
public enum Style {
  PLAIN,
  COLOUR;

  String good(String text) {
    return paint("32", text);
  }

  String bad(String text) {
    return paint("31;1", text);
  }

  String warn(String text) {
    return paint("33", text);
  }

  String strong(String text) {
    return paint("1", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
