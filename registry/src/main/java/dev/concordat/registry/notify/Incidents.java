package dev.concordat.registry.notify;

import dev.concordat.registry.contract.Event;
import dev.concordat.registry.contract.Events;
import dev.concordat.registry.contract.Notice;
import dev.concordat.registry.store.Branches;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.VerificationRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Opens an incident when a verification between two systems fails, and closes it when two in a row succeed. Both sides are
/// told of each change of state, once; failures in between only bring the incident up to date.
public final class Incidents implements Events {
  /// Successes in a row that close an incident.
  static final int GREEN_RUNS = 2;

  /// A failure this soon after the end is the same incident.
  static final Duration REOPENED_WITHIN = Duration.ofDays(7);

  private static final String RULE = "registry/verification-failed";

  private final Clock clock;

  public Incidents(Clock clock) {
    this.clock = clock;
  }

  @Override
  public List<Notice> happened(Handle handle, Event event) {
    boolean isResult =
        event.kind() == Event.Kind.PROVIDER_VERIFICATION_SUCCEEDED
            || event.kind() == Event.Kind.PROVIDER_VERIFICATION_FAILED;
    if (!isResult || event.verification().isEmpty()) {
      return List.of();
    }
    VerificationRow result = event.verification().get();
    if (result.isPending() && !result.success()) {
      // A pending pact may fail: its provider never promised to keep it.
      return List.of();
    }
    new Unproved(handle, clock)
        .verified(event.pact(), result.providerVersionId(), result.success(), event.base());
    IncidentStore store = new IncidentStore(handle);
    String cause = cause(handle, event.pact(), result);
    store.lock(cause);
    Optional<Incident> known = store.newest(cause);
    if (result.success()) {
      known.filter(Incident::isOpen).ifPresent(open -> green(handle, event, open));
    } else {
      red(handle, event, result, cause, known);
    }
    return List.of();
  }

  /// The pair, and the branches on both sides: what fails on a branch is not fixed by what succeeds on another.
  private static String cause(Handle handle, PactRow pact, VerificationRow result) {
    return "verification "
        + pact.consumerId()
        + " "
        + branch(handle, pact.versionId())
        + " "
        + pact.providerId()
        + " "
        + branch(handle, result.providerVersionId());
  }

  private static String branch(Handle handle, long version) {
    return new Branches(handle)
        .of(version).stream().map(row -> row.branch()).sorted().findFirst().orElse("-");
  }

  private void red(
      Handle handle, Event event, VerificationRow result, String cause, Optional<Incident> known) {
    PactRow pact = event.pact();
    String title =
        pact.provider()
            + " "
            + result.providerVersion()
            + " breaks what "
            + pact.consumer()
            + " "
            + pact.number()
            + " needs";
    new Alarm(handle, pact, event.base(), clock.instant())
        .raise(
            IncidentStore.Opening.of(cause, RULE, pact, title, Evidence.of(event, result)),
            known,
            () -> Telling.owner(handle, blamed(handle, pact, result)));
  }

  private void green(Handle handle, Event event, Incident open) {
    int runs = open.greenRuns() + 1;
    Incident changed =
        new IncidentStore(handle)
            .change(open, open.title(), open.evidence(), runs < GREEN_RUNS, runs, clock.instant());
    if (!changed.isOpen()) {
      tell(handle, event, Message.Transition.CLOSED, changed);
    }
  }

  /// Who changed: the provider, where an earlier version of it kept this very content, else the consumer.
  private static long blamed(Handle handle, PactRow pact, VerificationRow result) {
    boolean wasKept =
        handle
            .createQuery(
                "SELECT EXISTS (SELECT 1 FROM verifications WHERE content_id = :content AND success"
                    + " AND id < :id)")
            .bind("content", pact.contentId())
            .bind("id", result.id())
            .mapTo(Boolean.class)
            .one();
    return wasKept ? pact.providerId() : pact.consumerId();
  }

  private void tell(Handle handle, Event event, Message.Transition transition, Incident incident) {
    Telling.tell(handle, event.pact(), event.base(), transition, incident, clock.instant());
  }

  /// Whether a failure now is the same incident as this closed one.
  static boolean isReopened(Incident closed, Instant now) {
    return closed.closedAt().filter(at -> at.plus(REOPENED_WITHIN).isAfter(now)).isPresent();
  }
}
