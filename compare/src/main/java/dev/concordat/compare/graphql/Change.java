package dev.concordat.compare.graphql;

import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Optional;

/// One thing in which two schemas differ, before it is judged.
///
/// @param type what kind of change it is
/// @param subject what of the schemas it is about
/// @param isOfNew whether it is a part of something that is new as a whole
/// @param aliases as graphql-inspector names it; empty where that tool says nothing
record Change(
    InspectorType type,
    Subject subject,
    boolean isOfNew,
    Position position,
    String message,
    Optional<Sentence> before,
    Optional<Sentence> after,
    List<Alias> aliases) {
  Change {
    aliases = List.copyOf(aliases);
  }

  /// What a change is about, by its names.
  ///
  /// @param type a type, or a directive with its `@`
  /// @param member a field, value, member type, interface, or a directive's argument or location; may be empty
  /// @param inner an argument of a field; may be empty
  /// @param applied the directive that stands on it, where the change is about that; may be empty
  record Subject(String type, String member, String inner, String applied) {
    static Subject of(String type) {
      return new Subject(type, "", "", "");
    }

    static Subject of(String type, String member) {
      return new Subject(type, member, "", "");
    }

    static Subject of(String type, String member, String inner) {
      return new Subject(type, member, inner, "");
    }

    Subject with(String directive) {
      return new Subject(type, member, inner, directive);
    }
  }
}
