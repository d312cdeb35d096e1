package dev.concordat.cases.broken;

import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A constraint that a schema puts on a value, before it is broken.
public final class Breakable {
  private final Schema schema;
  private final Walk.Found found;

  private Breakable(Schema schema, Walk.Found found) {
    this.schema = schema;
    this.found = found;
  }

  /// How much is broken.
  public enum Depth {
    /// Each keyword once.
    PLAIN,
    /// Also with null, fractions and the bounds of formats; and the sizes of objects.
    THOROUGH
  }

  /// Every constraint that the schema puts on values like the base.
  ///
  /// @param base a value that keeps the schema; nothing but the broken constraint will differ from it
  /// @param path names the values that are made
  public static List<Breakable> in(
      Schema schema, JsonValue base, ValueGenerator values, String path, Depth depth) {
    return new Walk(values, path, depth)
        .through(schema, base).stream().map(found -> new Breakable(schema, found)).toList();
  }

  /// What will be broken within the value: `/lines/0/quantity`.
  public String pointer() {
    return found.pointer();
  }

  /// The first of the keywords that may be broken: `maximum`.
  public String keyword() {
    return found.attempt().keywords().getFirst();
  }

  /// What tells it apart from other ways to break the same keyword: `null`, `fraction`; mostly empty.
  public String way() {
    return found.attempt().way();
  }

  /// The alternatives that it is part of, the outermost.
  public Optional<Alternative> inside() {
    return found.inside();
  }

  /// Whether a reader that takes it all the same is merely lenient: an optional member that is null.
  public boolean isForgivable() {
    return found.isForgivable();
  }

  /// The value that breaks it; nothing where there is nothing to break after all.
  ///
  /// @param wire the value as its reader gets it, after it was written and read again; nothing if it cannot be written
  public Optional<Breaking> breaking(Function<JsonValue, Optional<JsonValue>> wire) {
    Attempt attempt = found.attempt();
    Optional<Breaking> mixed = Optional.empty();
    for (Option option : attempt.options()) {
      List<Violation> violations =
          wire.apply(option.value())
              .map(value -> schema.validate(value, Direction.REQUEST))
              .orElseGet(List::of);
      Optional<Violation> meant =
          violations.stream().filter(v -> attempt.keywords().contains(v.keyword())).findFirst();
      boolean isAllHere = violations.stream().allMatch(this::isMeant);
      if (attempt.way().equals(BrokenAlternatives.WAY) && isAllHere && !violations.isEmpty()) {
        return Optional.of(of(option, violations.getFirst()).under(keyword()));
      }
      if (meant.isPresent() && isAllHere) {
        Breaking breaking = of(option, meant.get());
        if (violations.size() == 1) {
          return Optional.of(breaking);
        }
        mixed = mixed.or(() -> Optional.of(breaking));
      }
    }
    return mixed.or(this::none);
  }

  /// A value that fits no alternative is told by what it lacks of the one that fits best.
  private boolean isMeant(Violation violation) {
    return violation.instancePointer().equals(found.pointer())
        || (found.attempt().way().equals(BrokenAlternatives.WAY)
            && violation.instancePointer().startsWith(found.pointer() + "/"));
  }

  private Breaking of(Option option, Violation violation) {
    return new Breaking(
        found.pointer(),
        violation.keyword(),
        option.what(),
        violation.expected(),
        new Sentence(violation.sentence(), violation.sentenceText()),
        Optional.of(option.value()));
  }

  /// Text has no wrong type on the wire, and a member that is allowed after all is no constraint; of other constraints it
  /// is told that they are not checked.
  private Optional<Breaking> none() {
    if (keyword().equals("type") || keyword().equals("additionalProperties") || !way().isEmpty()) {
      return Optional.empty();
    }
    String what =
        found.attempt().options().stream()
            .findFirst()
            .map(Option::what)
            .orElse("against " + keyword());
    return Optional.of(
        new Breaking(
            found.pointer(),
            keyword(),
            what,
            keyword(),
            new Sentence(found.place(), keyword()),
            Optional.empty()));
  }
}
