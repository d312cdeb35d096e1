package dev.concordat.registry.gate;

import java.time.Instant;
import java.util.Optional;

/// What the gate reads.
final class Rows {
  private Rows() {}

  /// A system and what it says about itself.
  record SystemRow(long id, String name, Optional<String> owner) {}

  /// A version of a system.
  record VersionRow(long id, long systemId, String number) {}

  /// A version said this content of a provider.
  record Need(long versionId, long providerId, long contentId, Instant publishedAt) {}

  /// A content and the version of its provider that must keep it.
  record Meeting(long contentId, long providerVersionId) {}

  /// A consumer that needs something of a provider that it will meet.
  record Met(VersionRow consumer, VersionRow provider, Need need) {
    Meeting meeting() {
      return new Meeting(need.contentId(), provider.id());
    }
  }

  /// The newest verification of a meeting, without its details.
  record Proof(
      long id,
      int number,
      boolean success,
      String method,
      Optional<String> buildUrl,
      Instant verifiedAt) {}
}
