package dev.concordat.compare.openapi;

import dev.concordat.compare.schema.Edit;
import dev.concordat.compare.schema.SchemaDifference;
import dev.concordat.compare.schema.Way;
import java.util.Optional;

/// What a request means that leaves a parameter out. Where the two contracts state different defaults, the request passes and
/// is misread: nobody is refused, so nobody is warned.
///
/// Defaults of bodies are another matter: there JSON Schema's `default` is a note (2020-12, 9.2), which many senders fill in
/// before they send.
record Misreading(Roles roles, Way way) {
  /// In words what becomes of a request without the parameter; nothing where no request can leave it out, or none is misread.
  Optional<String> of(Spot.OfParameter spot, SchemaDifference difference) {
    if (spot.before().required() || spot.after().required()) {
      return Optional.empty();
    }
    return difference.edits().stream()
        .filter(edit -> edit.keyword().equals("default"))
        .filter(Misreading::isOfParameter)
        .filter(this::isRelevant)
        .map(this::words)
        .findFirst();
  }

  /// Whether only the default changed of a parameter that every request has.
  static boolean isNeverMet(Spot.OfParameter spot, SchemaDifference difference, Way way) {
    return way.sender(spot.before(), spot.after()).required()
        && difference.edits().stream()
            .allMatch(edit -> edit.keyword().equals("default") && edit.pointer().isEmpty());
  }

  /// Of the parameter itself, or of a member of it that may be left out; items of a list are never left out.
  private static boolean isOfParameter(Edit edit) {
    return edit.pointer().isEmpty()
        || (!edit.pointer().endsWith("*")
            && !edit.before().isRequired()
            && !edit.after().isRequired());
  }

  /// A sender that never said what it means by leaving it out cannot be misunderstood by a receiver of another contract; one
  /// that knows the contract's later self can.
  private boolean isRelevant(Edit edit) {
    return roles.isOverTime() || way.sender(edit.before(), edit.after()).value().isPresent();
  }

  private String words(Edit edit) {
    Optional<String> old = edit.before().value().map(Words::shown);
    Optional<String> now = edit.after().value().map(Words::shown);
    String passes = "a request without it passes, ";
    if (roles.isOverTime()) {
      return passes
          + now.map(
                  it -> "and means " + it + old.map(was -> " where it meant " + was).orElse(" now"))
              .orElseGet(() -> "and no longer means " + old.orElse(""));
    }
    String meant = way.sender(old, now).orElse("");
    return passes
        + "and means "
        + meant
        + " to its sender and "
        + way.receiver(old, now).orElse("what it likes")
        + " to its receiver";
  }
}
