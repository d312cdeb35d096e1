package dev.concordat.compare.graphql;

import dev.concordat.compare.graphql.Change.Subject;
import dev.concordat.compare.graphql.Trials.Trial;
import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.contracts.graphql.GraphQlType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What changes do to what operations ask for: roots, types, fields, members of unions, interfaces.
final class SelectionVerdicts {
  /// Of a type with more fields, only so many are tried.
  private static final int MAX_FIELDS = 100;

  private final SchemaView before;
  private final SchemaView after;
  private final Probes probes;
  private final Trials trials;
  private final AnswerVerdicts answers;

  SelectionVerdicts(Trials trials, AnswerVerdicts answers) {
    before = trials.sides().before();
    after = trials.sides().after();
    probes = trials.probes();
    this.trials = trials;
    this.answers = answers;
  }

  Verdict rootChanged(Subject root) {
    if (root.type().isEmpty()) {
      return Verdict.proved(Outcome.SAFE, "no operation of this kind was valid");
    }
    return trials.broken(
        Outcome.SELECTION,
        false,
        new Trial(
            List.of(probes.beginning(root.member(), root.type()), probes.naming(root.type())),
            List.of(root.member(), root.type())));
  }

  Verdict typeRemoved(Subject subject) {
    String type = subject.type();
    if (before.isComposite(type)) {
      return probes.isAnswered(type)
          ? trials.broken(Outcome.SELECTION, false, Trial.of(probes.naming(type), type))
          : Trials.unreached(type);
    }
    if (probes.isSent(type)) {
      return trials.broken(Outcome.INPUT, false, Trial.of(probes.sendingVariable(type), type));
    }
    return probes.showing(type).isPresent()
        ? Verdict.proved(Outcome.NAMES, "no operation names it, and its fields are told of alone")
        : Trials.unreached(type);
  }

  Verdict kindChanged(Subject subject) {
    String type = subject.type();
    var candidates = new ArrayList<Optional<Probe>>();
    boolean isReached = probes.isAnswered(type) || probes.isSent(type);
    if (before.isComposite(type) && probes.isAnswered(type)) {
      before.fields(type).values().stream()
          .limit(MAX_FIELDS)
          .forEach(field -> candidates.add(probes.asking(type, field)));
      candidates.add(probes.naming(type));
      before.possibleTypes(type).stream()
          .limit(MAX_FIELDS)
          .forEach(one -> candidates.add(probes.naming(type, one)));
    }
    Optional<Probes.Spot> shown = probes.showing(type);
    isReached |= shown.isPresent();
    shown.ifPresent(spot -> candidates.add(probes.asking(spot.type(), spot.field())));
    if (probes.isSent(type)) {
      probes
          .samples()
          .named(type)
          .ifPresent(sample -> candidates.add(probes.sending(type, sample)));
      candidates.add(probes.sendingVariable(type));
    }
    if (!isReached) {
      return Trials.unreached(type);
    }
    var trial = new Trial(candidates, List.of(type));
    return trials
        .refused(trial)
        .map(refused -> Trials.verdict(refused, false))
        .or(() -> shown.flatMap(spot -> answers.ofType(spot, type)))
        .orElseGet(() -> trials.undecided(Outcome.SELECTION, trial));
  }

  Verdict fieldRemoved(Subject subject) {
    Optional<Field> field = before.field(subject.type(), subject.member());
    if (!probes.isAnswered(subject.type())) {
      return Trials.unreached(subject.type());
    }
    return trials.broken(
        Outcome.SELECTION,
        field.flatMap(Field::deprecation).isPresent(),
        Trial.of(
            field.flatMap(one -> probes.asking(subject.type(), one)),
            subject.type() + "." + subject.member()));
  }

  Verdict fieldTypeChanged(Subject subject) {
    Optional<Field> old = before.field(subject.type(), subject.member());
    Optional<Field> now = after.field(subject.type(), subject.member());
    if (old.isEmpty() || now.isEmpty() || !probes.isAnswered(subject.type())) {
      return Trials.unreached(subject.type());
    }
    TypeReference was = TypeReference.of(old.get().type());
    TypeReference is = TypeReference.of(now.get().type());
    if (is.fitsInto(was)) {
      return Verdict.proved(Outcome.SAFE, "every answer that may come now could have come before");
    }
    Trial trial = inside(subject.type(), old.get(), was, is);
    return trials
        .refusedForIt(trial)
        .map(refused -> Trials.verdict(refused, false))
        .or(() -> answers.unexpected(subject.type(), old.get(), was, is))
        .or(() -> trials.refused(trial).map(refused -> Trials.verdict(refused, false)))
        .orElseGet(() -> answers.withoutWitness(subject.type(), was, is, trial));
  }

  /// Operations that ask for the field, and, where it is of another type, for everything inside it.
  private Trial inside(String type, Field field, TypeReference was, TypeReference is) {
    var candidates = new ArrayList<Optional<Probe>>();
    var paths = new ArrayList<>(List.of(type + "." + field.name()));
    candidates.add(probes.asking(type, field));
    if (before.isComposite(was.name()) && !was.name().equals(is.name())) {
      paths.add(is.name());
      paths.add(was.name());
      paths.addAll(before.possibleTypes(was.name()));
      candidates.add(probes.askingInside(type, field, Probes.on(was.name())));
      before.possibleTypes(was.name()).stream()
          .limit(MAX_FIELDS)
          .forEach(one -> candidates.add(probes.askingInside(type, field, Probes.on(one))));
      before.fields(was.name()).values().stream()
          .limit(MAX_FIELDS)
          .forEach(
              one ->
                  candidates.add(
                      probes
                          .selection(one)
                          .flatMap(inner -> probes.askingInside(type, field, inner))));
    }
    return new Trial(candidates, paths);
  }

  Verdict memberRemoved(Subject subject) {
    String union = subject.type();
    return probes.isAnswered(union)
        ? trials.broken(
            Outcome.SELECTION,
            false,
            Trial.of(probes.naming(union, subject.member()), subject.member()))
        : Trials.unreached(union);
  }

  Verdict memberAdded(String wider, String type) {
    return before.type(wider).isPresent() && probes.isAnswered(wider)
        ? trials.widerBy(probes.anything(wider), new Twist.OfType(type))
        : Trials.unreached(wider);
  }

  Verdict interfaceAdded(Subject subject) {
    boolean isObject =
        after.type(subject.type()).map(GraphQlType::kind).filter(Kind.OBJECT::equals).isPresent();
    return isObject
        ? memberAdded(subject.member(), subject.type())
        : Verdict.proved(Outcome.SAFE, "the objects that answers can be of are told of alone");
  }

  Verdict interfaceRemoved(Subject subject) {
    if (!before.isOfKind(subject.type(), Kind.OBJECT)) {
      return Verdict.proved(Outcome.NAMES, "the objects that answers can be of are told of alone");
    }
    boolean isReached = probes.isAnswered(subject.type()) || probes.isAnswered(subject.member());
    return isReached
        ? trials.broken(
            Outcome.SELECTION,
            false,
            new Trial(
                List.of(
                    probes.naming(subject.member(), subject.type()),
                    probes.naming(subject.type(), subject.member())),
                List.of(subject.type(), subject.member())))
        : Trials.unreached(subject.type());
  }
}
