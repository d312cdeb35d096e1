package dev.concordat.compare.graphql;

import dev.concordat.compare.graphql.Change.Subject;
import dev.concordat.compare.graphql.Trials.Trial;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.contracts.graphql.GraphQlType.Kind;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// What changes do to answers: types of fields, and enum values.
final class AnswerVerdicts {
  /// Of a type that may be more objects, only so many are tried.
  private static final int MAX_OBJECTS = 100;

  private final SchemaView before;
  private final SchemaView after;
  private final Sides sides;
  private final Probes probes;
  private final Trials trials;
  private final Oddities oddities;

  AnswerVerdicts(Trials trials) {
    sides = trials.sides();
    before = sides.before();
    after = sides.after();
    probes = trials.probes();
    this.trials = trials;
    oddities = new Oddities(after, before);
  }

  /// An answer that a field of another type gives, where there is one that could not come before.
  Optional<Verdict> unexpected(String type, Field field, TypeReference was, TypeReference is) {
    return probes
        .asking(type, field)
        .flatMap(probe -> unexpected(probe, type, field, was, is))
        .map(witness -> Verdict.witnessed(Outcome.ANSWER, witness));
  }

  /// A field of another type, where neither an operation nor an answer tells.
  Verdict withoutWitness(String type, TypeReference was, TypeReference is, Trial trial) {
    if (Oddities.isOpen(before, was.name()) || Oddities.isOpen(after, is.name())) {
      return unknownValues(Oddities.isOpen(after, is.name()) ? is.name() : was.name());
    }
    boolean isLeaf = !before.isComposite(was.name()) && !after.isComposite(is.name());
    boolean isOther = oddities.between(is, was).isPresent();
    if (isLeaf && isOther && after.isOfKind(type, Kind.INTERFACE)) {
      return Verdict.proved(
          Outcome.NAMES, "answers are of objects, whose own fields are told of alone");
    }
    return isLeaf && !isOther
        ? Verdict.proved(Outcome.NAMES, "every answer that may come now could have come before")
        : trials.undecided(Outcome.ANSWER, trial);
  }

  private static Verdict unknownValues(String scalar) {
    return Verdict.undecided(
        Outcome.ANSWER, "the schemas do not say what values `" + scalar + "` has", List.of());
  }

  private Optional<Witness> unexpected(
      Probe probe, String type, Field field, TypeReference was, TypeReference is) {
    Optional<Twist> twist =
        oddities
            .between(is, was)
            .map(
                odd ->
                    switch (odd) {
                      case Oddities.Odd.Value(JsonValue value) ->
                          new Twist.Value(type, field.name(), value);
                      case Oddities.Odd.Present ignored -> new Twist.Present(type, field.name());
                    });
    return twist
        .flatMap(one -> sides.unexpected(probe, one))
        .or(() -> otherObject(probe, was.name(), is.name()));
  }

  /// An answer of an object type that could not come before.
  private Optional<Witness> otherObject(Probe probe, String was, String is) {
    return after.possibleTypes(is).stream()
        .filter(object -> !before.possibleTypes(was).contains(object))
        .limit(MAX_OBJECTS)
        .flatMap(object -> sides.unexpected(probe, new Twist.OfType(object)).stream())
        .findFirst();
  }

  /// A type that is of another kind now, of which no operation tells.
  Optional<Verdict> ofType(Probes.Spot spot, String type) {
    Optional<Field> now = after.field(spot.type(), spot.field().name());
    Optional<Witness> witness =
        now.flatMap(
            one ->
                probes
                    .asking(spot.type(), spot.field())
                    .flatMap(
                        probe ->
                            unexpected(
                                probe,
                                spot.type(),
                                spot.field(),
                                TypeReference.of(spot.field().type()),
                                TypeReference.of(one.type()))));
    if (witness.isPresent()) {
      return Optional.of(Verdict.witnessed(Outcome.ANSWER, witness.get()));
    }
    return Oddities.isOpen(before, type) || Oddities.isOpen(after, type)
        ? Optional.of(unknownValues(type))
        : Optional.empty();
  }

  Verdict enumValueAdded(Subject subject) {
    Optional<Probes.Spot> spot = probes.showing(subject.type());
    if (spot.isEmpty()) {
      return Verdict.proved(Outcome.SAFE, "no answer holds a `" + subject.type() + "`");
    }
    Field field = spot.get().field();
    JsonValue value = inLists(TypeReference.of(field.type()), new JsonString(subject.member()));
    return trials.widerBy(
        probes.asking(spot.get().type(), field),
        new Twist.Value(spot.get().type(), field.name(), value));
  }

  /// The value in as many lists as the type has.
  static JsonValue inLists(TypeReference type, JsonValue value) {
    return switch (type) {
      case TypeReference.NonNull(TypeReference inner) -> inLists(inner, value);
      case TypeReference.ListOf(TypeReference item) -> new JsonArray(List.of(inLists(item, value)));
      case TypeReference.Named ignored -> value;
    };
  }
}
