package dev.concordat.registry.webhook;

import dev.concordat.registry.contract.Event;
import dev.concordat.registry.contract.Events;
import dev.concordat.registry.contract.Notice;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.DeployedVersionRow;
import dev.concordat.registry.store.Deployments;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.VerificationRow;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Puts the calls of webhooks into the outbox when something happens to a contract.
public final class Outbox implements Events {
  private final Clock clock;

  public Outbox(Clock clock) {
    this.clock = clock;
  }

  @Override
  public List<Notice> happened(Handle handle, Event event) {
    PactRow pact = event.pact();
    String name = event.kind().label();
    Links links = new Links(event.base());
    List<Notice> notices = new ArrayList<>();
    for (Webhook webhook :
        new Webhooks(handle).calledBy(pact.consumerId(), pact.providerId(), name)) {
      for (Optional<String> deployed : deployed(handle, webhook, pact)) {
        Call call =
            webhook
                .request()
                .fill(
                    new Parameters(handle)
                        .of(
                            name,
                            Optional.of(pact),
                            event.verification(),
                            deployed,
                            event.buildUrl(),
                            links));
        String uuid =
            new Deliveries(handle).add(webhook, pact, caused(event), name, call, clock.instant());
        notices.add(
            new Notice(
                "debug",
                "  Webhook \""
                    + webhook.name()
                    + "\" triggered for event "
                    + name
                    + ".\n    View logs at "
                    + links.deliveryLog(uuid)));
      }
    }
    return notices;
  }

  /// The verification whose publication is the event.
  private static Optional<Long> caused(Event event) {
    return switch (event.kind()) {
      case CONTRACT_PUBLISHED,
          CONTRACT_CONTENT_CHANGED,
          CONTRACT_REQUIRING_VERIFICATION_PUBLISHED ->
          Optional.empty();
      case PROVIDER_VERIFICATION_PUBLISHED,
          PROVIDER_VERIFICATION_SUCCEEDED,
          PROVIDER_VERIFICATION_FAILED ->
          event.verification().map(VerificationRow::id);
    };
  }

  /// A webhook that asks for what runs somewhere is called once for each version that does.
  private static List<Optional<String>> deployed(Handle handle, Webhook webhook, PactRow pact) {
    if (!webhook.request().uses(Parameters.DEPLOYED)) {
      return List.of(Optional.empty());
    }
    return new Deployments(handle)
        .nowOfSystem(pact.providerId()).stream()
            .map(DeployedVersionRow::number)
            .distinct()
            .map(Optional::of)
            .toList();
  }
}
