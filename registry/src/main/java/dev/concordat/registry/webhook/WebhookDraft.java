package dev.concordat.registry.webhook;

import java.util.List;
import java.util.Optional;

/// A webhook as somebody asks for it.
///
/// @param enabled as it is where nothing is said
record WebhookDraft(
    Optional<String> consumer,
    Optional<String> provider,
    Optional<String> consumerLabel,
    Optional<String> providerLabel,
    Optional<String> description,
    List<String> events,
    Template request,
    Optional<Boolean> enabled) {
  WebhookDraft {
    events = List.copyOf(events);
  }

  /// About the systems that the address of the request names.
  WebhookDraft about(Optional<String> namedConsumer, Optional<String> namedProvider) {
    return new WebhookDraft(
        namedConsumer.or(() -> consumer),
        namedProvider.or(() -> provider),
        namedConsumer.isPresent() ? Optional.empty() : consumerLabel,
        namedProvider.isPresent() ? Optional.empty() : providerLabel,
        description,
        events,
        request,
        enabled);
  }

  /// With what the client was not shown and so cannot say again.
  WebhookDraft withSecretsOf(Webhook before) {
    return new WebhookDraft(
        consumer,
        provider,
        consumerLabel,
        providerLabel,
        description,
        events,
        request.withSecretsOf(before.request()),
        enabled.or(() -> Optional.of(before.enabled())));
  }
}
