package dev.concordat.fidelity.change;

/// The part of a message that changed.
public enum Part {
  METHOD("method"),
  PATH("path"),
  QUERY("query"),
  STATUS("status"),
  HEADER("header"),
  BODY("body"),
  MESSAGE("message");

  private final String word;

  Part(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
