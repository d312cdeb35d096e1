package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.language.Undecided;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Meanings;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.Unwound;
import dev.concordat.model.json.JsonValue;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// Decides whether every value of one schema is a value of another. What was found out once is kept for the next question,
/// so one of these serves all questions about two contracts. Not thread-safe.
///
/// Sound in both directions: *proved* rests on a case analysis that leaves out conditions only where that leaves more
/// values; a *break* is a value that the validator itself accepts for the one and refuses for the other. Numbers are
/// compared by their value: that draft 4 does not take `1.0` for an integer makes no difference here.
public final class Inclusions {
  private static final List<String> TRIED =
      List.of("case analysis", "values made of both schemas", "values that the schemas name");

  private final Effort effort;
  private final LongSupplier cpuNanos;
  private final Representatives representatives = new Representatives();
  private final Parts parts = new Parts(representatives);
  private final TextSolver texts = new TextSolver();
  private final Map<Direction, Search> searches = new EnumMap<>(Direction.class);
  private final Map<Direction, Congruence> congruences = new EnumMap<>(Direction.class);
  private final Map<Direction, Directed> directed = new EnumMap<>(Direction.class);
  private final Map<Direction, Sketch> sketches = new EnumMap<>(Direction.class);
  private final Map<Schema, Schema> unwound = new HashMap<>();
  private final Map<Direction, Meanings> meanings = new EnumMap<>(Direction.class);

  public Inclusions(Effort effort) {
    this(effort, ProcessorTime::nanos);
  }

  /// @param cpuNanos processor time of the thread that asks, in nanoseconds since whenever
  public Inclusions(Effort effort, LongSupplier cpuNanos) {
    this.effort = effort;
    this.cpuNanos = cpuNanos;
  }

  /// Whether whatever the sender may send, the receiver takes.
  public Inclusion check(Schema sender, Reading reading, Schema receiver, Direction direction) {
    if (sender == receiver) {
      return new Inclusion.Proved();
    }
    Optional<String> obstacle = obstacle(List.of(sender, receiver), direction);
    if (obstacle.isPresent()) {
      return unwound(sender, reading, receiver, direction, obstacle.get());
    }
    // Taking members away never adds one that a closed sender does not declare.
    return isShown(sender, reading, receiver, direction)
        ? new Inclusion.Proved()
        : answer(
            refused(sender, reading, receiver, direction),
            needed(sender, direction),
            value -> sender.accepts(value, direction) && !receiver.accepts(value, direction));
  }

  /// Whether {@link #check} proves it. Costs less where it does not, for what is refused need not be small.
  public boolean isIn(Schema sender, Reading reading, Schema receiver, Direction direction) {
    return obstacle(List.of(sender, receiver), direction).isPresent()
        ? check(sender, reading, receiver, direction) instanceof Inclusion.Proved
        : sender == receiver
            || isShown(sender, reading, receiver, direction)
            || refused(sender, reading, receiver, direction) instanceof Outcome.None;
  }

  private boolean isShown(Schema sender, Reading reading, Schema receiver, Direction direction) {
    return parts.areJoined(sender, receiver, direction)
        || congruence(direction).proves(sender, reading == Reading.CLOSED, receiver);
  }

  private Outcome refused(Schema sender, Reading reading, Schema receiver, Direction direction) {
    Claim sent = new Claim.Holds(sender, true, reading == Reading.CLOSED);
    Claim refused = new Claim.Holds(receiver, false, false);
    return find(Values.inOrder(List.of(sent, refused)), direction);
  }

  /// Whether it is plain to see that whatever the sender may send, the receiver takes: each sentence of the one follows from
  /// what the other says at the same place. That it is not plain says nothing. Costs little.
  public boolean isPlain(Schema sender, Reading reading, Schema receiver, Direction direction) {
    return sender == receiver
        || (obstacle(List.of(sender, receiver), direction).isEmpty()
            && isShown(sender, reading, receiver, direction));
  }

  /// The same of schemas that mean one thing; the validators of the schemas themselves have the last word on a break.
  private Inclusion unwound(
      Schema sender, Reading reading, Schema receiver, Direction direction, String obstacle) {
    Schema from = unwound(sender, direction);
    Schema to = unwound(receiver, direction);
    boolean isChanged = from != sender || to != receiver;
    if (!isChanged || obstacle(List.of(from, to), direction).isPresent()) {
      return new Inclusion.Unknown(obstacle, List.of());
    }
    Inclusion inclusion = check(from, reading, to, direction);
    return inclusion instanceof Inclusion.Breaks(JsonValue witness)
            && (!sender.accepts(witness, direction) || receiver.accepts(witness, direction))
        ? new Inclusion.Unknown(obstacle, TRIED)
        : inclusion;
  }

  private Schema unwound(Schema schema, Direction direction) {
    return unwound.computeIfAbsent(
        schema,
        each -> meanings(direction).isRedirected(each) ? Unwound.of(each).orElse(each) : each);
  }

  /// Whether the receiver takes whatever the sender may send *and* does what is aimed at. So one of several differences can
  /// be asked about alone: what is refused for something beside it only is no break of this one.
  public Inclusion check(
      Schema sender, Reading reading, Schema receiver, Direction direction, Aim aim) {
    Optional<String> obstacle = obstacle(List.of(sender, receiver), direction);
    if (obstacle.isPresent()) {
      return new Inclusion.Unknown(obstacle.get(), List.of());
    }
    boolean isClosed = reading == Reading.CLOSED;
    if (new AimProof(congruence(direction)).isMissed(sender, isClosed, aim)
        || new TakenProof(congruence(direction)).isTaken(sender, isClosed, receiver, aim)) {
      return new Inclusion.Proved();
    }
    Optional<JsonValue> made = plainBreak(sender, reading, receiver, direction, aim);
    return made.isPresent()
        ? new Inclusion.Breaks(made.get())
        : searched(sender, isClosed, receiver, direction, aim);
  }

  /// A value made from the inside out that the sender may send, that does what is aimed at and is refused; absent where that
  /// is not as simple, which says nothing.
  public Optional<JsonValue> plainBreak(
      Schema sender, Reading reading, Schema receiver, Direction direction, Aim aim) {
    try {
      Predicate<JsonValue> isWitness = isWitness(sender, receiver, direction, AimedClaim.of(aim));
      return directed(direction).value(sender, reading == Reading.CLOSED, aim, isWitness);
    } catch (Undecided e) {
      return Optional.empty();
    }
  }

  /// Whether a value is plain to see, without a search, that keeps one of two schemas and not the other. That none is says
  /// nothing. Costs little.
  ///
  /// @param aim what the value does; it is drawn after the first schema
  public boolean arePlainlyApart(Schema first, Schema second, Direction direction, Aim aim) {
    JsonValue drawn = sketches.computeIfAbsent(direction, Sketch::new).of(first, aim);
    return drawn != null && first.accepts(drawn, direction) != second.accepts(drawn, direction);
  }

  private Inclusion searched(
      Schema sender, boolean isClosed, Schema receiver, Direction direction, Aim aim) {
    Claim sent = new Claim.Holds(sender, true, isClosed);
    Claim refused = new Claim.Holds(receiver, false, false);
    try {
      Claim aimed = AimedClaim.of(aim);
      Predicate<JsonValue> isWitness = isWitness(sender, receiver, direction, aimed);
      // What is aimed at makes the receiver refuse in nearly all schemas there are.
      Outcome outcome = find(Values.inOrder(List.of(sent, aimed)), direction);
      if (outcome instanceof Outcome.Unknown
          || (outcome instanceof Outcome.Found(JsonValue value) && !isWitness.test(value))) {
        outcome = find(Values.inOrder(List.of(sent, aimed, refused)), direction);
      }
      return answer(outcome, needed(sender, direction), isWitness);
    } catch (Undecided e) {
      return new Inclusion.Unknown("names: " + e.getMessage(), TRIED);
    }
  }

  private Predicate<JsonValue> isWitness(
      Schema sender, Schema receiver, Direction direction, Claim aimed) {
    return value ->
        sender.accepts(value, direction)
            && !receiver.accepts(value, direction)
            && search(direction).holds(Set.of(aimed), value);
  }

  private static Inclusion answer(Outcome outcome, Needed needed, Predicate<JsonValue> isWitness) {
    return switch (outcome) {
      case Outcome.None ignored -> new Inclusion.Proved();
      case Outcome.Unknown(String reason) -> new Inclusion.Unknown(reason, TRIED);
      case Outcome.Found(JsonValue witness) ->
          isWitness.test(witness)
              ? new Inclusion.Breaks(new Shrinker(needed, isWitness).shrunk(witness))
              : new Inclusion.Unknown("the value found is none after all: " + witness, TRIED);
    };
  }

  private static Needed needed(Schema sender, Direction direction) {
    return new Needed(new Roots(List.of(sender), List.of(), false), direction);
  }

  /// A small value of a schema; absent when there is none, or none was found.
  public Optional<JsonValue> witnessOf(Schema schema, Reading reading, Direction direction) {
    return meet(List.of(schema), reading, direction) instanceof Meeting.Value(JsonValue value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /// Whether two schemas have a value in common.
  public Meeting meet(Schema a, Schema b, Direction direction) {
    return meet(List.of(a, b), Reading.LITERAL, direction);
  }

  /// Whether a sender may send something that a receiver takes, whose schema is read to the letter.
  public Meeting meet(Schema sender, Reading reading, Schema receiver, Direction direction) {
    Set<Claim> claims = new LinkedHashSet<>();
    claims.add(new Claim.Holds(sender, true, reading == Reading.CLOSED));
    claims.add(new Claim.Holds(receiver, true, false));
    return meet(List.of(sender, receiver), claims, direction);
  }

  /// Whether all the schemas have a value in common; the one found is small. Read closed, objects have the members that
  /// the schemas declare together.
  public Meeting meet(List<Schema> schemas, Reading reading, Direction direction) {
    Set<Claim> claims = new LinkedHashSet<>();
    schemas.forEach(each -> claims.add(new Claim.Holds(each, true, reading == Reading.CLOSED)));
    return meet(schemas, claims, direction);
  }

  private Meeting meet(List<Schema> schemas, Set<Claim> claims, Direction direction) {
    Optional<String> obstacle = obstacle(schemas, direction);
    if (obstacle.isPresent()) {
      return new Meeting.Unknown(obstacle.get());
    }
    return switch (find(claims, direction)) {
      case Outcome.None ignored -> new Meeting.Empty();
      case Outcome.Found(JsonValue value) -> new Meeting.Value(value);
      case Outcome.Unknown(String reason) -> new Meeting.Unknown(reason);
    };
  }

  /// Tells which schemas say the same, notes included.
  ///
  /// @param notes what of a schema counts besides its restrictions, compared by `equals`; empty for nothing
  public Likeness likeness(Function<Schema, Optional<?>> notes) {
    return new Likeness(representatives, notes);
  }

  /// Whether two schemas say the same, keyword by keyword, through references. That they do not is no proof that their
  /// values differ.
  public boolean equalMeaning(Schema a, Schema b) {
    // Most that are asked about say something else, and that is known; what they reach is not.
    return a == b
        || (representatives.isSame(a, b) && obstacle(List.of(a, b), Direction.NONE).isEmpty());
  }

  private Meanings meanings(Direction direction) {
    return meanings.computeIfAbsent(Meanings.kind(direction), Meanings::new);
  }

  private Optional<String> obstacle(List<Schema> schemas, Direction direction) {
    Meanings known = meanings(direction);
    for (Schema each : schemas) {
      Optional<String> obstacle = known.obstacle(each);
      if (obstacle.isPresent()) {
        return obstacle;
      }
    }
    return Optional.empty();
  }

  private Outcome find(Set<Claim> claims, Direction direction) {
    Search search = search(direction);
    search.start();
    try {
      return search.find(claims);
    } catch (Search.Exhausted e) {
      return new Outcome.Unknown(String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      return new Outcome.Unknown("schemas within schemas too deep");
    }
  }

  private Congruence congruence(Direction direction) {
    return congruences.computeIfAbsent(direction, each -> new Congruence(each, representatives));
  }

  private Directed directed(Direction direction) {
    return directed.computeIfAbsent(
        direction, each -> new Directed(each, claims -> find(claims, each)));
  }

  private Search search(Direction direction) {
    return searches.computeIfAbsent(
        direction, each -> new Search(effort, each, representatives, texts, cpuNanos));
  }
}
