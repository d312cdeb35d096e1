package dev.concordat.model.finding;

import java.util.List;

/// The rules of *conform* about who may do what, beside those that a single answer shows.
public final class ConformAccessRules {
  public static final Rule EXISTENCE_LEAKED =
      rule(
          "existence-leaked",
          "A refusal tells that another user's object exists",
          "One operation hides it with 404, another one answers 403 for the same object: whoever guesses"
              + " ids learns which ones exist (WFC 204).",
          "Answer alike for what is not there and what is somebody else's, on every method.");

  public static final Rule TOLD_UNAUTHENTICATED =
      rule(
          "told-unauthenticated",
          "A user with valid credentials is told to authenticate",
          "RFC 9110 section 15.5.2: 401 says that credentials are missing or wrong. Clients log in again"
              + " and again; what they lack is permission (WFC 205).",
          "Answer 403, or 404 where existence is hidden.");

  static final List<Rule> ALL = List.of(EXISTENCE_LEAKED, TOLD_UNAUTHENTICATED);

  private ConformAccessRules() {}

  private static Rule rule(String name, String title, String meaning, String fix) {
    return new Rule("conform/" + name, Proof.CONFORM, title, meaning, fix);
  }
}
