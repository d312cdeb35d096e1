package dev.concordat.compare.graphql;

import dev.concordat.compare.graphql.Change.Subject;
import dev.concordat.compare.graphql.Samples.Sample;
import dev.concordat.compare.graphql.Trials.Trial;
import dev.concordat.contracts.graphql.GraphQlDirective;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What changes do to directives: those that operations use, and those that stand on schemas.
final class DirectiveVerdicts {
  /// Where directives of operations stand (specification, section 3.13).
  private static final Set<String> OF_OPERATIONS =
      Set.of(
          "QUERY",
          "MUTATION",
          "SUBSCRIPTION",
          "FIELD",
          "FRAGMENT_DEFINITION",
          "FRAGMENT_SPREAD",
          "INLINE_FRAGMENT",
          "VARIABLE_DEFINITION");

  private final SchemaView before;
  private final SchemaView after;
  private final Probes probes;
  private final Trials trials;

  DirectiveVerdicts(Trials trials) {
    before = trials.sides().before();
    after = trials.sides().after();
    probes = trials.probes();
    this.trials = trials;
  }

  private static Optional<GraphQlDirective> directive(SchemaView schema, Subject subject) {
    return schema.directive(subject.type().substring(1));
  }

  private static String path(Subject subject) {
    return subject.type() + "." + subject.member();
  }

  /// Whether operations may use it; where not, no message tells of it.
  private static boolean isOfOperations(GraphQlDirective directive) {
    return directive.locations().stream().anyMatch(OF_OPERATIONS::contains);
  }

  Verdict removed(Subject subject) {
    return usedIn(subject.type(), directive(before, subject), Map.of());
  }

  private Verdict usedIn(
      String path, Optional<GraphQlDirective> directive, Map<String, String> given) {
    if (directive.filter(DirectiveVerdicts::isOfOperations).isEmpty()) {
      return Verdict.stated(Outcome.TOOLS);
    }
    return broken(path, uses(directive.get(), given));
  }

  private Verdict broken(String path, List<Optional<Probe>> candidates) {
    return trials.broken(Outcome.DIRECTIVE, false, new Trial(candidates, List.of(path)));
  }

  private List<Optional<Probe>> uses(GraphQlDirective directive, Map<String, String> given) {
    return probes.written(directive, given).stream()
        .flatMap(applied -> probes.using(directive, applied))
        .map(Optional::of)
        .toList();
  }

  Verdict locationRemoved(Subject subject) {
    if (!OF_OPERATIONS.contains(subject.member())) {
      return Verdict.stated(Outcome.TOOLS);
    }
    Optional<Probe> use =
        directive(before, subject)
            .flatMap(one -> probes.written(one, Map.of()))
            .flatMap(applied -> probes.using(subject.member(), applied));
    boolean hasOperations =
        (!subject.member().equals("MUTATION") && !subject.member().equals("SUBSCRIPTION"))
            || use.isPresent();
    return hasOperations ? broken(subject.type(), List.of(use)) : Verdict.stated(Outcome.TOOLS);
  }

  Verdict repeatableRemoved(Subject subject) {
    Optional<GraphQlDirective> directive =
        directive(before, subject).filter(DirectiveVerdicts::isOfOperations);
    if (directive.isEmpty()) {
      return Verdict.stated(Outcome.TOOLS);
    }
    List<Optional<Probe>> uses =
        probes.written(directive.get(), Map.of()).stream()
            .flatMap(applied -> probes.using(directive.get(), applied + " " + applied))
            .map(Optional::of)
            .toList();
    return broken(subject.type(), uses);
  }

  Verdict argumentAdded(Subject subject) {
    boolean isNeeded =
        directive(after, subject)
            .flatMap(one -> one.argument(subject.member()))
            .filter(Ways::isNeeded)
            .isPresent();
    return isNeeded
        ? usedIn(path(subject), directive(before, subject), Map.of())
        : Verdict.proved(Outcome.SAFE, "no operation that was valid gives it, and none need to");
  }

  Verdict argumentRemoved(Subject subject) {
    return usedIn(path(subject), directive(before, subject), given(subject));
  }

  /// The argument with a value that it can have.
  private Map<String, String> given(Subject subject) {
    return directive(before, subject)
        .flatMap(one -> one.argument(subject.member()))
        .flatMap(argument -> probes.samples().of(TypeReference.of(argument.type())))
        .map(sample -> Map.of(subject.member(), sample.literal()))
        .orElseGet(Map::of);
  }

  Verdict argumentTypeChanged(Subject subject) {
    Optional<GraphQlDirective> directive = directive(before, subject);
    Optional<Field> old = directive.flatMap(one -> one.argument(subject.member()));
    Optional<Field> now = directive(after, subject).flatMap(one -> one.argument(subject.member()));
    if (old.isEmpty() || now.isEmpty()) {
      return Verdict.stated(Outcome.TOOLS);
    }
    TypeReference was = TypeReference.of(old.get().type());
    if (was.fitsInto(TypeReference.of(now.get().type()))) {
      return Verdict.proved(Outcome.SAFE, "every value that could be sent is still taken");
    }
    if (directive.filter(DirectiveVerdicts::isOfOperations).isEmpty()) {
      return Verdict.stated(Outcome.TOOLS);
    }
    var candidates = new ArrayList<Optional<Probe>>();
    candidates.addAll(uses(directive.get(), Map.of()));
    if (!was.isNonNull()) {
      candidates.addAll(uses(directive.get(), Map.of(subject.member(), Sample.NULL.literal())));
    }
    candidates.addAll(uses(directive.get(), given(subject)));
    candidates.addAll(variableUses(directive.get(), subject, was));
    return broken(path(subject), candidates);
  }

  private List<Optional<Probe>> variableUses(
      GraphQlDirective directive, Subject subject, TypeReference type) {
    Probes.Variable variable = Probes.Variable.of(type, probes.samples().of(type));
    return probes.written(directive, Map.of(subject.member(), "$v")).stream()
        .map(applied -> probes.usingOnField(directive, applied, variable))
        .toList();
  }

  Verdict argumentDefaultChanged(Subject subject) {
    Optional<GraphQlDirective> directive =
        directive(before, subject).filter(DirectiveVerdicts::isOfOperations);
    return directive.isEmpty()
        ? Verdict.stated(Outcome.TOOLS)
        : trials
            .refusedForIt(new Trial(uses(directive.get(), Map.of()), List.of(path(subject))))
            .map(refused -> Trials.verdict(refused, false))
            .orElseGet(() -> Verdict.stated(Outcome.MEANING));
  }

  /// A directive that stands, or no longer stands, on something of the schema.
  ///
  /// @param isOfNew whether that is new as a whole
  Verdict usage(String directive, boolean isOfNew) {
    if (isOfNew) {
      return Verdict.proved(Outcome.SAFE, "it is part of something that is new");
    }
    return switch (directive) {
      case "deprecated" -> Verdict.stated(Outcome.SAFE);
      case "specifiedBy" -> Verdict.stated(Outcome.MEANING);
      default -> Verdict.stated(Outcome.TOOLS);
    };
  }
}
