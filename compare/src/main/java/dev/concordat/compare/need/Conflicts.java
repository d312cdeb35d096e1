package dev.concordat.compare.need;

import dev.concordat.compare.need.Example.Spot;
import dev.concordat.contracts.inclusion.Meeting;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/// Finds where an example and a provider's schema exclude one another: the smallest parts of the example that no value of
/// the provider has.
public final class Conflicts {
  /// Parts of one example that are looked at; beyond, the part around stands for its own parts.
  private static final int MAX_PARTS = 2_000;

  private final Questions questions;
  private final Schema provider;
  private final Direction direction;
  private int looked;

  public Conflicts(Questions questions, Schema provider, Direction direction) {
    this.questions = questions;
    this.provider = provider;
    this.direction = direction;
  }

  /// The parts that cannot be, in the order of the example. Empty where the whole can be.
  public List<Spot> in(Example example, Shape shape) {
    return isImpossible(example, example.root(), shape)
        ? below(example, example.root(), shape)
        : List.of();
  }

  /// Whether no value of the provider has this at the spot.
  public boolean isImpossible(Example example, Spot spot, Shape shape) {
    looked++;
    return questions.meets(provider, example.alone(spot, shape), direction)
        instanceof Meeting.Empty;
  }

  /// Whether the provider's values have nothing at the spot.
  public boolean isNeverThere(Example example, Spot spot) {
    return questions.meets(provider, example.present(spot), direction) instanceof Meeting.Empty;
  }

  private boolean isOfAnotherType(Example example, Spot spot) {
    looked++;
    return questions.meets(provider, example.ofType(spot), direction) instanceof Meeting.Empty;
  }

  private List<Spot> below(Example example, Spot spot, Shape shape) {
    List<Spot> found = new ArrayList<>();
    if (!ScalarTerms.isScalar(spot.value()) && isOfAnotherType(example, spot)) {
      // All that is inside is impossible as well, and not the cause.
      return List.of(spot);
    }
    for (Spot inner : example.inside(spot)) {
      if (looked < MAX_PARTS && isImpossible(example, inner, shape)) {
        found.addAll(below(example, inner, shape));
      }
    }
    return found.isEmpty() ? List.of(spot) : found;
  }
}
