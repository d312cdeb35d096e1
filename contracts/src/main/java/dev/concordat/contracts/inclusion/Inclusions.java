package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonValue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides whether every value of one schema is a value of another. What was found out once is kept for the next question,
/// so one of these serves all questions about two contracts. Not thread-safe.
///
/// Sound in both directions: *proved* rests on a case analysis that leaves out conditions only where that leaves more
/// values; a *break* is a value that the validator itself accepts for the one and refuses for the other.
public final class Inclusions {
  private final Effort effort;
  private final Representatives representatives = new Representatives();
  private final Map<Direction, Search> searches = new EnumMap<>(Direction.class);

  public Inclusions(Effort effort) {
    this.effort = effort;
  }

  /// Whether whatever the sender may send, the receiver takes.
  public Inclusion check(Schema sender, Reading reading, Schema receiver, Direction direction) {
    if (representatives.isSame(sender, receiver)) {
      return new Inclusion.Proved();
    }
    Claim sent = new Claim.Holds(sender, true, reading == Reading.CLOSED);
    Claim refused = new Claim.Holds(receiver, false, false);
    return switch (find(Set.of(sent, refused), direction)) {
      case Outcome.Found(JsonValue witness) ->
          new Inclusion.Breaks(shrunk(witness, sender, receiver, direction));
      case Outcome.None ignored -> new Inclusion.Proved();
      case Outcome.Unknown(String reason) ->
          new Inclusion.Unknown(reason, List.of("case analysis", "values made of both schemas"));
    };
  }

  /// A small value that keeps all the schemas; absent when there is none, or none was found.
  public Optional<JsonValue> example(List<Schema> schemas, Reading reading, Direction direction) {
    return find(claims(schemas, reading), direction) instanceof Outcome.Found(JsonValue value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /// Whether it is proved that no value keeps all the schemas.
  public boolean isImpossible(List<Schema> schemas, Reading reading, Direction direction) {
    return find(claims(schemas, reading), direction) instanceof Outcome.None;
  }

  /// Whether two schemas say the same, keyword by keyword, through references.
  public boolean isSame(Schema a, Schema b) {
    return representatives.isSame(a, b);
  }

  private static Set<Claim> claims(List<Schema> schemas, Reading reading) {
    return Set.copyOf(
        schemas.stream()
            .map(schema -> (Claim) new Claim.Holds(schema, true, reading == Reading.CLOSED))
            .toList());
  }

  private Outcome find(Set<Claim> claims, Direction direction) {
    Search search =
        searches.computeIfAbsent(direction, each -> new Search(effort, each, representatives));
    search.start();
    try {
      return search.find(claims);
    } catch (Search.Exhausted e) {
      return new Outcome.Unknown(String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      return new Outcome.Unknown("schemas within schemas too deep");
    }
  }

  /// Read closed, a smaller value must not be more than the sender declares; taking members away never adds any.
  private static JsonValue shrunk(
      JsonValue witness, Schema sender, Schema receiver, Direction direction) {
    return new Shrinker(
            value -> sender.accepts(value, direction) && !receiver.accepts(value, direction))
        .shrunk(witness);
  }
}
