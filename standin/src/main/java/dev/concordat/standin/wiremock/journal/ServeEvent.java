package dev.concordat.standin.wiremock.journal;

import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.standin.fault.Disturbance;
import dev.concordat.standin.wiremock.match.ReceivedRequest;
import dev.concordat.standin.wiremock.store.Mapping;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A request that was received, and what it was answered with.
///
/// @param mapping the stub that answered; nothing where none did
/// @param origin who made the answer
public record ServeEvent(
    UUID id,
    Instant at,
    ReceivedRequest request,
    Optional<Mapping> mapping,
    HttpResponseMessage response,
    Disturbance disturbance,
    Origin origin) {
  /// Who makes answers.
  public enum Origin {
    STUB,
    /// A stub that asked another server, or a recording.
    PROXY,
    /// The contract beside the stubs.
    CONTRACT,
    /// Nobody knew one.
    NOBODY
  }

  public boolean isMatched() {
    return origin != Origin.NOBODY;
  }

  /// About how much memory it takes, in bytes.
  long size() {
    return 1_024L + request.message().body().size() + response.body().size();
  }
}
