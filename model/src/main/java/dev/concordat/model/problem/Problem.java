package dev.concordat.model.problem;

import dev.concordat.model.place.Place;

/// Something wrong with what a person wrote: a contract, a configuration, a flow.
///
/// @param rule stable kebab-case id, such as `contract/dangling-reference`
/// @param message what is wrong, in the user's words and with the actual value
/// @param fix what to do about it; may be empty where the message already says it
public record Problem(String rule, Severity severity, Place place, String message, String fix) {
  public static Problem error(String rule, Place place, String message, String fix) {
    return new Problem(rule, Severity.ERROR, place, message, fix);
  }

  public static Problem warning(String rule, Place place, String message, String fix) {
    return new Problem(rule, Severity.WARNING, place, message, fix);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
