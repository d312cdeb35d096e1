package dev.concordat.compare.graphql;

import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.json.JsonObject;
import graphql.language.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Two schemas with their validators: finds out whether an operation, or an answer to it, tells them apart.
final class Sides {
  /// Beyond this many operations nothing more is tried; a thousand of them take seconds.
  private static final int MAX_TRIES = 5_000;

  private final SchemaView before;
  private final SchemaView after;
  private final Votes old;
  private final Votes now;
  private final Names names;
  private int tries;

  Sides(SchemaView before, SchemaView after, Names names) {
    this.before = before;
    this.after = after;
    this.names = names;
    old = new Votes(before);
    now = new Votes(after);
  }

  /// What the two schemas are called.
  ///
  /// @param before `the old schema`
  /// @param after `the new schema`
  record Names(String before, String after) {}

  SchemaView before() {
    return before;
  }

  SchemaView after() {
    return after;
  }

  Names names() {
    return names;
  }

  /// Whether both schemas can be judged by.
  boolean canVote() {
    return old.canVote() && now.canVote();
  }

  /// Whether more may be tried.
  boolean isPatient() {
    return tries < MAX_TRIES;
  }

  /// An operation that was valid and is refused now.
  ///
  /// @param isAbout whether it is refused because of what was asked about, and not of another difference
  record Refused(Witness witness, Misfit.Kind kind, boolean isAbout) {}

  /// Tries an operation.
  ///
  /// @param about which misfits are about the difference that it is to show
  Optional<Refused> refused(Probe probe, Predicate<Misfit> about) {
    return Votes.parse(probe.document()).flatMap(document -> refused(probe, document, about));
  }

  /// The same for an operation that is parsed already.
  Optional<Refused> refused(Probe probe, Document document, Predicate<Misfit> about) {
    tries++;
    if (!isPatient() || !old.take(probe, document)) {
      return Optional.empty();
    }
    List<Misfit> misfits = now.refusal(probe, document);
    Optional<Misfit> own = misfits.stream().filter(about).findFirst();
    return own.or(() -> misfits.stream().findFirst())
        .map(
            misfit ->
                new Refused(
                    new Witness(
                        new WitnessMessage.GraphQl(probe.document(), probe.variables()),
                        names.before(),
                        names.after(),
                        misfit.message(),
                        Votes.OF_OPERATIONS),
                    misfit.kind(),
                    own.isPresent()));
  }

  /// Tries an answer of the new schema to an operation that both take, read by the old one.
  Optional<Witness> unexpected(Probe probe, Twist twist) {
    return Votes.parse(probe.document()).flatMap(document -> unexpected(probe, document, twist));
  }

  /// The same for an operation that is parsed already.
  Optional<Witness> unexpected(Probe probe, Document document, Twist twist) {
    tries++;
    if (!isPatient() || !old.take(probe, document) || !now.take(probe, document)) {
      return Optional.empty();
    }
    return Answers.showing(twist, document, after, before)
        .filter(answer -> now.takeAnswer(probe, document, answer))
        .flatMap(answer -> unexpected(probe, document, answer));
  }

  private Optional<Witness> unexpected(Probe probe, Document document, JsonObject answer) {
    return old.answerRefusal(probe, document, answer)
        .map(
            why ->
                new Witness(
                    new WitnessMessage.GraphQlAnswer(probe.document(), probe.variables(), answer),
                    names.after(),
                    names.before(),
                    why,
                    Votes.OF_ANSWERS));
  }

  /// The texts of operations, for telling what was tried.
  static List<String> texts(List<Probe> probes, int most) {
    var texts = new ArrayList<String>();
    probes.stream().limit(most).map(Probe::document).forEach(texts::add);
    return texts;
  }
}
