package dev.concordat.registry.matrix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Two chosen versions of which nothing was verified. The rows do not show it where another chosen version of the same
/// provider verified the contract, so it is found on its own.
///
/// @param consumerVersionId of the consumer
record MissingPair(long consumerId, long consumerVersionId, Resolved provider) {

  /// Finds them among rows that were not grouped yet.
  static List<MissingPair> among(List<Row> rows, List<Resolved> selectors) {
    Map<List<Long>, Set<Long>> verified = new LinkedHashMap<>();
    for (Row row : rows) {
      row.providerVersionId()
          .ifPresent(
              version ->
                  verified
                      .computeIfAbsent(
                          List.of(row.consumerId(), row.consumerVersionId(), row.providerId()),
                          _ -> new HashSet<>())
                      .add(version));
    }
    List<MissingPair> missing = new ArrayList<>();
    verified.forEach(
        (pair, versions) -> {
          for (Resolved selector : selectors) {
            boolean isOther =
                selector.systemId() == pair.get(2)
                    && !selector.isIgnored()
                    && !selector.isMissing()
                    && selector.versionId().filter(id -> !versions.contains(id)).isPresent();
            if (isOther && !isIgnored(selectors, pair)) {
              missing.add(new MissingPair(pair.get(0), pair.get(1), selector));
            }
          }
        });
    return missing;
  }

  private static boolean isIgnored(List<Resolved> selectors, List<Long> pair) {
    return selectors.stream()
        .anyMatch(
            selector ->
                selector.isIgnored()
                    && selector.systemId() == pair.get(0)
                    && selector.versionId().equals(Optional.of(pair.get(1))));
  }
}
