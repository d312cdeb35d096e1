package dev.concordat.registry.matrix;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// A consumer version's content with one verification of it, or with none.
///
/// @param revision of the publication; the highest one counts
/// @param result empty where nobody verified the content, or none of the versions that were asked
record Row(
    long publicationId,
    long consumerId,
    String consumer,
    long consumerVersionId,
    String consumerVersion,
    long providerId,
    String provider,
    long contentId,
    String sha,
    int revision,
    Instant publishedAt,
    Optional<Result> result) {

  /// A verification.
  ///
  /// @param method `replay` for a run against the provider, `comparison` for two contracts that were compared
  record Result(
      long id,
      int number,
      long providerVersionId,
      String providerVersion,
      boolean success,
      String method,
      Instant verifiedAt) {}

  /// By the consumer's name, its newest version, the newest revision, the provider's name, its newest version and the
  /// newest verification; rows without a verification come before those that have one.
  static final Comparator<Row> ORDER =
      Comparator.comparing(Row::consumer)
          .thenComparing(Row::consumerVersionId, Comparator.reverseOrder())
          .thenComparing(Row::revision, Comparator.reverseOrder())
          .thenComparing(Row::provider)
          .thenComparing(row -> row.result().isPresent())
          .thenComparing(Row::providerVersionOrder, Comparator.reverseOrder())
          .thenComparing(Row::verificationOrder, Comparator.reverseOrder());

  Optional<Boolean> success() {
    return result.map(Result::success);
  }

  Optional<Long> providerVersionId() {
    return result.map(Result::providerVersionId);
  }

  private long providerVersionOrder() {
    return result.map(Result::providerVersionId).orElse(0L);
  }

  private long verificationOrder() {
    return result.map(Result::id).orElse(0L);
  }
}
