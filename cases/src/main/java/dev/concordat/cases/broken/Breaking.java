package dev.concordat.cases.broken;

import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A constraint of a schema, and a value that breaks it.
///
/// @param pointer what is broken within the value: `/lines/0/quantity`
/// @param keyword the constraint's keyword
/// @param what how, for people: `above its maximum (101)`
/// @param expected what the contract wants, in short
/// @param value the whole value; absent when none was found that breaks only this
public record Breaking(
    String pointer,
    String keyword,
    String what,
    String expected,
    Place sentence,
    Optional<JsonValue> value) {

  /// One breaking for each constraint that the schema puts on values like the base.
  ///
  /// @param base a value that keeps the schema; nothing but the broken constraint differs from it
  /// @param path names the values that are made
  /// @param wire the value as its reader gets it, after it was written and read again; nothing if it cannot be written
  public static List<Breaking> allOf(
      Schema schema,
      JsonValue base,
      ValueGenerator values,
      String path,
      Function<JsonValue, Optional<JsonValue>> wire) {
    var breakings = new ArrayList<Breaking>();
    for (Walk.Found found : new Walk(values, path).through(schema, base)) {
      choose(schema, found, wire).ifPresent(breakings::add);
    }
    return breakings;
  }

  private static Optional<Breaking> choose(
      Schema schema, Walk.Found found, Function<JsonValue, Optional<JsonValue>> wire) {
    Attempt attempt = found.attempt();
    Optional<Breaking> mixed = Optional.empty();
    for (Option option : attempt.options()) {
      List<Violation> violations =
          wire.apply(option.value())
              .map(value -> schema.validate(value, Direction.REQUEST))
              .orElseGet(List::of);
      Optional<Violation> meant =
          violations.stream().filter(v -> attempt.keywords().contains(v.keyword())).findFirst();
      boolean isAllHere =
          violations.stream().allMatch(v -> v.instancePointer().equals(found.pointer()));
      if (meant.isPresent() && isAllHere) {
        Breaking breaking = of(found, option, meant.get());
        if (violations.size() == 1) {
          return Optional.of(breaking);
        }
        mixed = mixed.or(() -> Optional.of(breaking));
      }
    }
    return mixed.or(() -> none(found));
  }

  private static Breaking of(Walk.Found found, Option option, Violation violation) {
    return new Breaking(
        found.pointer(),
        violation.keyword(),
        option.what(),
        violation.expected(),
        violation.sentence(),
        Optional.of(option.value()));
  }

  /// Text has no wrong type on the wire, and a member that is allowed after all is no constraint; of other constraints it
  /// is told that they are not checked.
  private static Optional<Breaking> none(Walk.Found found) {
    String keyword = found.attempt().keywords().getFirst();
    if (keyword.equals("type") || keyword.equals("additionalProperties")) {
      return Optional.empty();
    }
    String what =
        found.attempt().options().stream()
            .findFirst()
            .map(Option::what)
            .orElse("against " + keyword);
    return Optional.of(
        new Breaking(found.pointer(), keyword, what, keyword, found.place(), Optional.empty()));
  }
}
