package dev.concordat.registry.contract;

import dev.concordat.registry.contract.Event.Kind;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.Integrations;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.VerificationRow;
import dev.concordat.registry.store.Verifications;
import dev.concordat.registry.store.VersionRow;
import dev.concordat.registry.store.Versions;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Publishes results of verifications.
public final class VerificationPublishing {
  private final Handle handle;
  private final Events events;
  private final Links links;
  private final Instant now;

  /// @param handle of a transaction that ends with the publication
  public VerificationPublishing(Handle handle, Events events, Links links, Instant now) {
    this.handle = handle;
    this.events = events;
    this.links = links;
    this.now = now;
  }

  /// Keeps a result for the content of a pact; the provider's version is made where it is new.
  public VerificationRow publish(
      PactRow pact, String providerVersion, Verifications.Result result) {
    VersionRow version = new Versions(handle).ensure(pact.providerId(), providerVersion, now);
    VerificationRow row =
        new Verifications(handle).add(pact.contentId(), version.id(), result, now);
    new Integrations(handle).touch(pact.consumerId(), pact.providerId(), now);
    tell(Kind.PROVIDER_VERIFICATION_PUBLISHED, pact, row);
    tell(
        row.success() ? Kind.PROVIDER_VERIFICATION_SUCCEEDED : Kind.PROVIDER_VERIFICATION_FAILED,
        pact,
        row);
    return row;
  }

  private void tell(Kind kind, PactRow pact, VerificationRow row) {
    Event event =
        new Event(kind, pact, Optional.of(row), Optional.empty(), links.base(), row.buildUrl());
    // What webhooks were set off is told to those who publish contracts, not to verifiers.
    var _ = events.happened(handle, event);
  }
}
