package dev.concordat.contracts.pact;

import dev.concordat.model.place.Place;

/// One thing in a message that is not as the interaction states.
///
/// @param path where in that part: `$.items[0].price`, a header's or a parameter's name; empty for the whole
/// @param rule the matcher that was not satisfied: `type`, `regex`, `equality`
/// @param message what is wrong, with the actual value
/// @param place the sentence of the pact file
public record Mismatch(
    Part part,
    String path,
    String expected,
    String actual,
    String rule,
    String message,
    Place place) {

  /// Which part of a message.
  public enum Part {
    METHOD("method"),
    PATH("path"),
    QUERY("query"),
    HEADER("header"),
    STATUS("status"),
    BODY_TYPE("body-content-type"),
    BODY("body"),
    METADATA("metadata");

    private final String label;

    Part(String label) {
      this.label = label;
    }

    /// The name Pact's tools use for it.
    public String label() {
      return label;
    }
  }
}
