package dev.concordat.standin.wish;

/// Lets an operation answer with an outcome, for some time or always.
///
/// @param operation its id, or method and path: `getOrder`, `GET /orders/{id}`
/// @param times how often it still holds; 0 for ever
public record Rule(String operation, Wish wish, int times) {
  public Rule {
    if (wish.isNone()) {
      throw new IllegalArgumentException("a rule names a code or an example");
    }
    if (times < 0) {
      throw new IllegalArgumentException("times counts from 0, which means always");
    }
  }
}
