package dev.concordat.compare.need;

import dev.concordat.compare.need.Example.Spot;
import dev.concordat.compare.need.Objection.Kind;
import dev.concordat.compare.need.Objection.Untaken;
import dev.concordat.contracts.inclusion.Inclusion;
import dev.concordat.contracts.inclusion.Meeting;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A JSON value that a consumer needs, and the provider's schema for it.
final class JsonNeed {
  private static final int MAX_SHOWN = 80;

  /// Parts of one example that are looked at by themselves.
  private static final int MAX_PARTS = 500;

  private final Questions questions;
  private final Schema provider;
  private final Example example;
  private final Direction direction;
  private final Conflicts conflicts;
  private final List<Objection> found = new ArrayList<>();
  private int looked;

  JsonNeed(Questions questions, Schema provider, Example example, Direction direction) {
    this.questions = questions;
    this.provider = provider;
    this.example = example;
    this.direction = direction;
    this.conflicts = new Conflicts(questions, provider, direction);
  }

  /// All that keeps the provider from meeting the need, worst first.
  List<Objection> objections() {
    List<Spot> doubtful = conflicts.in(example, Shape.EXAMPLE);
    doubtful.forEach(this::conflict);
    if (!isBroken()) {
      meeting(doubtful.isEmpty());
    }
    if (!isBroken()) {
      undeclared(example.root());
      reading();
    }
    return List.copyOf(found);
  }

  private boolean isBroken() {
    return found.stream().anyMatch(one -> one.kind() == Kind.NEVER || one.kind() == Kind.OPEN);
  }

  /// The example cannot be: neither can anything like it, or only this value cannot.
  private void conflict(Spot spot) {
    boolean isNever = conflicts.isImpossible(example, spot, Shape.POSSIBLE);
    String reason = reason(spot);
    String message =
        isNever
            ? shown(spot) + " is needed, and never comes: " + reason
            : "the example has "
                + shown(spot)
                + ", which never comes, though others that match do: "
                + reason;
    found.add(
        new Objection(
            isNever ? Kind.NEVER : Kind.NOT_THE_EXAMPLE,
            message,
            spot.pointer(),
            Steps.exactly(spot.steps()),
            ProviderPlaces.sentence(provider, spot.steps()),
            isNever ? sample(spot) : Optional.empty(),
            Optional.empty()));
  }

  private static String shown(Spot spot) {
    String value = spot.value().toString();
    String cut = value.length() > MAX_SHOWN ? value.substring(0, MAX_SHOWN) + "…" : value;
    return spot.steps().isEmpty() ? cut : spot.pointer() + " " + cut;
  }

  private String reason(Spot spot) {
    return ProviderPlaces.objection(provider, spot.steps(), spot.value())
        .map(Violation::message)
        .orElseGet(
            () ->
                conflicts.isNeverThere(example, spot)
                    ? "the schema has nothing there"
                    : "no value fits both");
  }

  /// A value that the provider may send, with something at the spot where that can be.
  private Optional<Untaken> sample(Spot spot) {
    Optional<JsonValue> near =
        questions.meets(provider, example.present(spot), direction)
                instanceof Meeting.Value(JsonValue value)
            ? Optional.of(value)
            : questions.sample(provider, direction);
    return near.flatMap(value -> untaken(value, Shape.POSSIBLE));
  }

  private Optional<Untaken> untaken(JsonValue value, Shape shape) {
    return example
        .objection(shape, value)
        .map(difference -> new Untaken(value, difference.message()));
  }

  private void meeting(boolean isExamplePossible) {
    switch (questions.meets(provider, example.language(Shape.POSSIBLE), direction)) {
      case Meeting.Value ignored -> {}
      case Meeting.Empty() -> conflicts.in(example, Shape.POSSIBLE).forEach(this::conflict);
      case Meeting.Unknown(String reason) -> {
        if (!isExamplePossible) {
          String message = "whether what is needed can come is not decided: " + reason;
          found.add(whole(Kind.OPEN, message, reason, List.of("the example")));
        }
      }
    }
  }

  private Objection whole(Kind kind, String message, String reason, List<String> tried) {
    return new Objection(
        kind,
        message,
        "",
        "",
        new Sentence(provider.place(), provider.node().sourceLine()),
        Optional.empty(),
        Optional.of(new Evidence.Undecided(reason, tried)));
  }

  /// Members that the provider allows without naming them: nobody promises them.
  private void undeclared(Spot spot) {
    for (Spot inner : example.inside(spot)) {
      if (ProviderPlaces.isDeclared(provider, inner.steps())) {
        undeclared(inner);
      } else if (inner.steps().getLast() instanceof Example.Step.Member
          && ProviderPlaces.isPlainObject(provider, spot.steps())) {
        found.add(
            new Objection(
                Kind.UNDECLARED,
                shown(inner) + " is needed, and allowed but not documented",
                inner.pointer(),
                Steps.exactly(inner.steps()),
                ProviderPlaces.sentence(provider, spot.steps()),
                Optional.empty(),
                Optional.empty()));
      }
    }
  }

  /// Whether whatever the provider may send is taken.
  private void reading() {
    Inclusion whole = questions.reads(provider, example.language(Shape.READ), direction);
    if (whole instanceof Inclusion.Proved) {
      return;
    }
    int before = found.size();
    parts(example.root());
    if (found.size() == before) {
      differs(example.root(), whole);
    }
  }

  /// The parts that may be absent, or other than they are needed, each by itself.
  private void parts(Spot spot) {
    if (++looked > MAX_PARTS) {
      return;
    }
    List<Spot> inside = example.lookedAt(spot, Shape.READ);
    boolean isInner = !inside.isEmpty() && !spot.steps().isEmpty();
    if (isInner && isProved(example.whollyWherever(spot, Shape.READ))) {
      return;
    }
    differs(spot, questions.reads(provider, example.wherever(spot, Shape.READ), direction));
    inside.forEach(this::parts);
  }

  private boolean isProved(Language needed) {
    return questions.reads(provider, needed, direction) instanceof Inclusion.Proved;
  }

  private void differs(Spot spot, Inclusion inclusion) {
    switch (inclusion) {
      case Inclusion.Proved() -> {}
      case Inclusion.Breaks(JsonValue witness) -> {
        Optional<Untaken> untaken = untaken(witness, Shape.READ);
        String why = untaken.map(Untaken::why).orElse("");
        found.add(mayDiffer(spot, why, untaken, Optional.empty()));
      }
      case Inclusion.Unknown(String reason, List<String> tried) ->
          found.add(
              mayDiffer(
                  spot,
                  "whether something else can come is not decided: " + reason,
                  Optional.empty(),
                  Optional.of(new Evidence.Undecided(reason, tried))));
    }
  }

  private Objection mayDiffer(
      Spot spot,
      String message,
      Optional<Untaken> witness,
      Optional<Evidence.Undecided> undecided) {
    return new Objection(
        Kind.MAY_DIFFER,
        message,
        spot.pointer(),
        Steps.exactly(spot.steps()),
        ProviderPlaces.sentence(provider, spot.steps()),
        witness,
        undecided);
  }
}
