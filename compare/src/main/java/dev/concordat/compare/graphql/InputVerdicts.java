package dev.concordat.compare.graphql;

import dev.concordat.compare.graphql.Change.Subject;
import dev.concordat.compare.graphql.Probes.Variable;
import dev.concordat.compare.graphql.Samples.Sample;
import dev.concordat.compare.graphql.Trials.Trial;
import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.EnumValue;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.model.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What changes do to what operations send: arguments, input fields, enum values.
final class InputVerdicts {
  private static final String STILL_TAKEN = "every value that could be sent is still taken";

  private final SchemaView before;
  private final SchemaView after;
  private final Probes probes;
  private final Trials trials;

  InputVerdicts(Trials trials) {
    before = trials.sides().before();
    after = trials.sides().after();
    probes = trials.probes();
    this.trials = trials;
  }

  /// Something that can be sent: makes operations that send a value there, or none.
  private interface Slot {
    Optional<Probe> with(Map<String, Sample> given, Variable variable);
  }

  private Slot argument(Subject subject) {
    Optional<Field> field = before.field(subject.type(), subject.member());
    return (given, variable) ->
        field.flatMap(
            one -> {
              Map<String, String> texts = new LinkedHashMap<>();
              given.forEach((name, sample) -> texts.put(name, sample.literal()));
              return probes.asking(subject.type(), one, texts, variable);
            });
  }

  private Slot inputField(Subject subject) {
    return (given, variable) -> probes.sendingInput(subject.type(), given, variable);
  }

  Verdict argumentAdded(Subject subject) {
    Optional<Field> argument = argumentOf(after, subject);
    if (argument.filter(Ways::isNeeded).isEmpty()) {
      return Verdict.proved(Outcome.SAFE, "no operation that was valid gives it, and none need to");
    }
    return probes.isAnswered(subject.type())
        ? trials.broken(Outcome.INPUT, false, Trial.of(nothing(argument(subject)), path(subject)))
        : Trials.unreached(subject.type());
  }

  private static String path(Subject subject) {
    String path = subject.type() + "." + subject.member();
    return subject.inner().isEmpty() ? path : path + "." + subject.inner();
  }

  private static Optional<Field> argumentOf(SchemaView schema, Subject subject) {
    return schema
        .field(subject.type(), subject.member())
        .flatMap(field -> field.argument(subject.inner()));
  }

  Verdict argumentRemoved(Subject subject) {
    return probes.isAnswered(subject.type())
        ? removed(path(subject), argumentOf(before, subject), argument(subject))
        : Trials.unreached(subject.type());
  }

  Verdict argumentTypeChanged(Subject subject) {
    return probes.isAnswered(subject.type())
        ? typeChanged(
            path(subject),
            argumentOf(before, subject),
            argumentOf(after, subject),
            argument(subject))
        : Trials.unreached(subject.type());
  }

  Verdict argumentDefaultChanged(Subject subject) {
    return probes.isAnswered(subject.type())
        ? defaultChanged(path(subject), argumentOf(before, subject), argument(subject))
        : Trials.unreached(subject.type());
  }

  Verdict inputFieldAdded(Subject subject) {
    boolean isNeeded =
        after.field(subject.type(), subject.member()).filter(Ways::isNeeded).isPresent();
    if (!isNeeded) {
      return Verdict.proved(Outcome.SAFE, "no operation that was valid gives it, and none need to");
    }
    return probes.isSent(subject.type())
        ? trials.broken(Outcome.INPUT, false, Trial.of(nothing(inputField(subject)), path(subject)))
        : Trials.unreached(subject.type());
  }

  Verdict inputFieldRemoved(Subject subject) {
    return probes.isSent(subject.type())
        ? removed(
            path(subject), before.field(subject.type(), subject.member()), inputField(subject))
        : Trials.unreached(subject.type());
  }

  Verdict inputFieldTypeChanged(Subject subject) {
    return probes.isSent(subject.type())
        ? typeChanged(
            path(subject),
            before.field(subject.type(), subject.member()),
            after.field(subject.type(), subject.member()),
            inputField(subject))
        : Trials.unreached(subject.type());
  }

  Verdict inputFieldDefaultChanged(Subject subject) {
    return probes.isSent(subject.type())
        ? defaultChanged(
            path(subject), before.field(subject.type(), subject.member()), inputField(subject))
        : Trials.unreached(subject.type());
  }

  private Verdict removed(String path, Optional<Field> place, Slot slot) {
    List<Optional<Probe>> candidates =
        place.map(one -> List.of(sample(one, slot), variable(one, slot))).orElseGet(List::of);
    return trials.broken(
        Outcome.INPUT,
        place.flatMap(Field::deprecation).isPresent(),
        new Trial(candidates, List.of(path)));
  }

  private Verdict typeChanged(String path, Optional<Field> old, Optional<Field> now, Slot slot) {
    if (old.isEmpty() || now.isEmpty()) {
      return trials.undecided(Outcome.INPUT, new Trial(List.of(), List.of()));
    }
    TypeReference was = TypeReference.of(old.get().type());
    TypeReference is = TypeReference.of(now.get().type());
    List<String> paths = was.name().equals(is.name()) ? List.of(path) : List.of(path, is.name());
    return was.fitsInto(is)
        ? Verdict.proved(Outcome.SAFE, STILL_TAKEN)
        : trials.broken(Outcome.INPUT, false, new Trial(values(old.get(), slot), paths));
  }

  /// Another default is another meaning; that there is none any more may make it needed.
  private Verdict defaultChanged(String path, Optional<Field> old, Slot slot) {
    List<Optional<Probe>> candidates =
        old.map(one -> List.of(nothing(slot), nullableVariable(one, slot))).orElseGet(List::of);
    return trials
        .refusedForIt(new Trial(candidates, List.of(path)))
        .map(refused -> Trials.verdict(refused, false))
        .orElseGet(() -> Verdict.stated(Outcome.MEANING));
  }

  /// Everything that may be sent as one value, smallest first.
  private List<Optional<Probe>> values(Field place, Slot slot) {
    var candidates = new ArrayList<Optional<Probe>>();
    candidates.add(nothing(slot));
    if (!TypeReference.of(place.type()).isNonNull()) {
      candidates.add(slot.with(Map.of(place.name(), Sample.NULL), Variable.NONE));
    }
    candidates.add(sample(place, slot));
    candidates.add(variable(place, slot));
    return candidates;
  }

  private static Optional<Probe> nothing(Slot slot) {
    return slot.with(Map.of(), Variable.NONE);
  }

  private Optional<Probe> sample(Field place, Slot slot) {
    return probes
        .samples()
        .of(TypeReference.of(place.type()))
        .flatMap(sample -> slot.with(Map.of(place.name(), sample), Variable.NONE));
  }

  private Optional<Probe> variable(Field place, Slot slot) {
    return variable(place, slot, TypeReference.of(place.type()));
  }

  /// A variable that may be null, which is allowed where there is a default.
  private Optional<Probe> nullableVariable(Field place, Slot slot) {
    return variable(place, slot, TypeReference.of(place.type()).nullable());
  }

  private Optional<Probe> variable(Field place, Slot slot, TypeReference type) {
    Variable variable = Variable.of(type, probes.samples().of(type));
    return slot.with(Map.of(place.name(), Probes.variableSample()), variable);
  }

  Verdict enumValueRemoved(Subject subject) {
    Optional<EnumValue> value =
        before.type(subject.type()).stream()
            .map(GraphQlType::values)
            .flatMap(List::stream)
            .filter(one -> one.name().equals(subject.member()))
            .findFirst();
    if (probes.isSent(subject.type())) {
      var sample = new Sample(subject.member(), new JsonString(subject.member()));
      return trials.broken(
          Outcome.INPUT,
          value.flatMap(EnumValue::deprecation).isPresent(),
          Trial.of(probes.sending(subject.type(), sample), path(subject)));
    }
    return probes.showing(subject.type()).isPresent()
        ? Verdict.proved(Outcome.NAMES, "it is only answered, and answers hold fewer values")
        : Trials.unreached(subject.type());
  }

  /// An input of which exactly one field must be given from now on.
  Verdict oneOfAdded(Subject subject) {
    if (!probes.isSent(subject.type())) {
      return Trials.unreached(subject.type());
    }
    Map<String, Sample> two = new LinkedHashMap<>();
    before.fields(subject.type()).values().stream()
        .limit(2)
        .forEach(
            field ->
                probes
                    .samples()
                    .of(TypeReference.of(field.type()))
                    .ifPresent(sample -> two.put(field.name(), sample)));
    Slot slot = inputField(subject);
    return trials.broken(
        Outcome.INPUT,
        false,
        new Trial(
            List.of(nothing(slot), slot.with(two, Variable.NONE)),
            List.of(subject.type() + ".@oneOf")));
  }
}
