package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A schema applied to a value at a place: the frame of a validation's stack. Without a list for violations it only
/// answers yes or no, and stops at the first no. Schemas of assertions only get a frame when they have to explain.
final class Check {
  /// How many references that are nothing else are followed at once; what goes on longer goes in circles.
  private static final int MAX_HOPS = 16;

  private final Run run;
  private final @Nullable Check outer;
  private final Schema schema;
  private final Scope scope;
  private final boolean staysInPlace;
  private final @Nullable List<Violation> violations;
  // The step into the outer value; neither for a check of the same value.
  private final @Nullable String name;
  private final int index;

  private Check(
      Run run,
      @Nullable Check outer,
      Schema schema,
      boolean staysInPlace,
      @Nullable List<Violation> violations,
      @Nullable String name,
      int index) {
    this.run = run;
    this.outer = outer;
    this.schema = schema;
    this.scope = Scope.entering(outer == null ? null : outer.scope, schema.resource());
    this.staysInPlace = staysInPlace;
    this.violations = violations;
    this.name = name;
    this.index = index;
  }

  static boolean start(
      Schema schema, JsonValue value, Direction direction, @Nullable List<Violation> violations) {
    var run = new Run(direction);
    run.step();
    return schema.check(value, new Check(run, null, schema, false, violations, null, -1), null);
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

  /// Where in the value the check stands; `null` is the whole value.
  @Nullable Location location() {
    Location around = outer == null ? null : outer.location();
    if (name != null) {
      return new Location(around, name, -1);
    }
    return index < 0 ? around : new Location(around, "", index);
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
    Schema reached = reached(other);
    if (reached != other && isCycle(reached)) {
      return true;
    }
    if (marks == null || reached.compiled().isPlain()) {
      return apply(reached, value, null, true, into, null, -1);
    }
    var fresh = new Evaluated();
    boolean holds = apply(reached, value, fresh, true, into, null, -1);
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

  boolean member(Schema other, String member, JsonValue value) {
    return apply(reached(other), value, null, false, violations, member, -1);
  }

  boolean item(Schema other, int item, JsonValue value) {
    return apply(reached(other), value, null, false, violations, null, item);
  }

  /// Whether the item would do, without reporting why not.
  boolean itemWouldDo(Schema other, int item, JsonValue value) {
    return apply(reached(other), value, null, false, null, null, item);
  }

  /// Whether the name of a member would do.
  boolean nameWouldDo(Schema other, JsonValue memberName) {
    return apply(reached(other), memberName, null, false, null, null, -1);
  }

  private boolean apply(
      Schema other,
      JsonValue value,
      @Nullable Evaluated marks,
      boolean inPlace,
      @Nullable List<Violation> into,
      @Nullable String member,
      int item) {
    run.step();
    Compiled compiled = other.compiled();
    if (compiled.isPlain()) {
      if (compiled.holds(value)) {
        return true;
      }
      if (into == null) {
        return false;
      }
    }
    return compiled.check(value, new Check(run, this, other, inPlace, into, member, item), marks);
  }

  /// The schema where references lead that are nothing else, without leaving the resource, which would change the scope.
  private Schema reached(Schema written) {
    Schema at = written;
    for (int hop = 0; hop < MAX_HOPS; hop++) {
      References.Ref reference = at.compiled().reference();
      if (reference == null || at.resource() != scope.resource()) {
        return at;
      }
      Schema next = reference.targetOrNull();
      if (next == null) {
        return at;
      }
      at = next;
    }
    return written;
  }

  /// Reports the value itself; gives `false`, so that a keyword can end with it.
  boolean fails(String keyword, JsonValue value, String phrase, String expected) {
    return failsAs(keyword, keyword, value, phrase, expected);
  }

  /// Reports under another keyword than the one where the sentence stands.
  boolean failsAs(
      String keyword, String sentence, JsonValue value, String phrase, String expected) {
    if (violations != null) {
      violations.add(Violations.of(schema, keyword, sentence, location(), value, phrase, expected));
    }
    return false;
  }

  /// Reports a member that is missing or too many.
  boolean failsAtMember(
      String keyword, String member, @Nullable JsonValue value, String phrase, String expected) {
    if (violations != null) {
      var at = new Location(location(), member, -1);
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
