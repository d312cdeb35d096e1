package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A schema applied to a value at a place: the frame of a validation's stack. Without a list for violations it only
/// answers yes or no, and stops at the first no.
final class Check {
  private final Run run;
  private final @Nullable Check outer;
  private final Schema schema;
  private final @Nullable Location location;
  private final Scope scope;
  private final boolean staysInPlace;
  private final @Nullable List<Violation> violations;

  private Check(
      Run run,
      @Nullable Check outer,
      Schema schema,
      @Nullable Location location,
      boolean staysInPlace,
      @Nullable List<Violation> violations) {
    this.run = run;
    this.outer = outer;
    this.schema = schema;
    this.location = location;
    this.scope = Scope.entering(outer == null ? null : outer.scope, schema.resource());
    this.staysInPlace = staysInPlace;
    this.violations = violations;
  }

  static boolean start(
      Schema schema, JsonValue value, Direction direction, @Nullable List<Violation> violations) {
    return schema.check(
        value, new Check(new Run(direction), null, schema, null, false, violations), null);
  }

  Schema schema() {
    return schema;
  }

  Scope scope() {
    return scope;
  }

  Run run() {
    return run;
  }

  @Nullable Location location() {
    return location;
  }

  /// The check of the schema around this one that looks at the same value, or `null`.
  @Nullable Check around() {
    return staysInPlace ? outer : null;
  }

  boolean reports() {
    return violations != null;
  }

  /// Applies another schema to the same value.
  boolean inPlace(Schema other, JsonValue value, @Nullable Evaluated marks) {
    return inPlace(other, value, marks, violations);
  }

  /// The same, with its own list for violations, or none.
  boolean inPlace(
      Schema other, JsonValue value, @Nullable Evaluated marks, @Nullable List<Violation> into) {
    var inner = new Check(run, this, other, location, true, into);
    if (marks == null) {
      return other.check(value, inner, null);
    }
    var fresh = new Evaluated();
    boolean holds = other.check(value, inner, fresh);
    if (holds) {
      marks.add(fresh);
    }
    return holds;
  }

  /// Whether this schema is already being applied to this very value, so that going on would never end.
  boolean isCycle(Schema other) {
    for (Check at = this; at != null; at = at.around()) {
      if (at.schema == other) {
        return true;
      }
    }
    return false;
  }

  boolean member(Schema other, String name, JsonValue value) {
    return inside(other, value, new Location(location, name, -1), violations);
  }

  boolean item(Schema other, int index, JsonValue value) {
    return inside(other, value, new Location(location, "", index), violations);
  }

  /// Whether the item would do, without reporting why not.
  boolean itemWouldDo(Schema other, int index, JsonValue value) {
    return inside(other, value, new Location(location, "", index), null);
  }

  /// Whether the name of a member would do.
  boolean nameWouldDo(Schema other, JsonValue name) {
    return inside(other, name, location, null);
  }

  private boolean inside(
      Schema other, JsonValue value, @Nullable Location at, @Nullable List<Violation> into) {
    return other.check(value, new Check(run, this, other, at, false, into), null);
  }

  /// Reports the value itself; gives `false`, so that a keyword can end with it.
  boolean fails(String keyword, JsonValue value, String phrase, String expected) {
    return failsAs(keyword, keyword, value, phrase, expected);
  }

  /// Reports under another keyword than the one where the sentence stands.
  boolean failsAs(
      String keyword, String sentence, JsonValue value, String phrase, String expected) {
    if (violations != null) {
      violations.add(Violations.of(schema, keyword, sentence, location, value, phrase, expected));
    }
    return false;
  }

  /// Reports a member that is missing or too many.
  boolean failsAtMember(
      String keyword, String name, @Nullable JsonValue value, String phrase, String expected) {
    if (violations != null) {
      var at = new Location(location, name, -1);
      violations.add(Violations.of(schema, keyword, keyword, at, value, phrase, expected));
    }
    return false;
  }

  /// Passes on what an alternative reported.
  void passOn(List<Violation> reported) {
    if (violations != null) {
      violations.addAll(reported);
    }
  }
}
