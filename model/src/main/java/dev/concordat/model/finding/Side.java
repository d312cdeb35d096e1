package dev.concordat.model.finding;

/// In which role a system broke its promise.
public enum Side {
  CONSUMER("consumer"),
  PROVIDER("provider"),
  PUBLISHER("publisher"),
  SUBSCRIBER("subscriber"),
  /// It keeps its own rows wrong.
  KEEPER("keeper of its data");

  private final String words;

  Side(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
