package dev.concordat.conform.learned;

import java.util.List;
import java.util.Optional;

/// What a run found, with what is needed to try it again.
///
/// @param id the finding's
/// @param rule the id of the rule that is broken
/// @param causeKey tells one fault from another
/// @param experiment the id of the experiment that shows it
/// @param story its steps; the last is where it shows
/// @param single the request, where one alone shows it
public record Failure(
    String id,
    String rule,
    String operation,
    String pointer,
    String message,
    String causeKey,
    String experiment,
    List<Step> story,
    Optional<Single> single) {
  public Failure {
    story = List.copyOf(story);
  }
}
