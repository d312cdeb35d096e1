package dev.concordat.registry.matrix;

import dev.concordat.registry.selector.VersionSelector;
import java.util.List;
import java.util.Optional;

/// What `/matrix` of the Pact dialect asks.
///
/// @param selectors the versions that were named
/// @param inferred which versions of their counterparts count; empty for those that were named only
/// @param ignored versions of which the rows do not count
/// @param latestBy empty for every publication and verification, overwritten ones too
/// @param success results that are shown; empty for all. An empty item stands for no result
/// @param limit of rows that are read
public record MatrixQuestion(
    List<Selector> selectors,
    Optional<VersionSelector> inferred,
    List<Selector> ignored,
    Optional<LatestBy> latestBy,
    List<Optional<Boolean>> success,
    int limit) {
  /// The number of rows where nobody says another one.
  public static final int LIMIT = 100;

  /// More rows than anybody reads.
  public static final int MAX_LIMIT = 10_000;

  public MatrixQuestion {
    selectors = List.copyOf(selectors);
    ignored = List.copyOf(ignored);
    success = List.copyOf(success);
  }

  /// One version and what it will meet.
  static MatrixQuestion of(Selector selector, VersionSelector target) {
    return new MatrixQuestion(
        List.of(selector),
        Optional.of(target),
        List.of(),
        Optional.of(LatestBy.CONSUMER_VERSION_PROVIDER),
        List.of(),
        LIMIT);
  }
}
