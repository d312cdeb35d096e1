package dev.concordat.registry.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A webhook as it is kept.
///
/// @param consumer the name of the only consumer it is about; it excludes a label
/// @param consumerLabel what the consumers it is about carry
record Webhook(
    long id,
    String uuid,
    Optional<String> consumer,
    Optional<String> provider,
    Optional<String> consumerLabel,
    Optional<String> providerLabel,
    Optional<String> description,
    List<String> events,
    Template request,
    boolean enabled,
    Instant createdAt,
    Instant updatedAt) {
  Webhook {
    events = List.copyOf(events);
  }

  /// What people call it.
  String name() {
    return description.filter(text -> !text.isBlank()).orElseGet(request::description);
  }

  /// What it is about, in a sentence.
  String scope() {
    if (consumer.isPresent() && provider.isPresent()) {
      return "A webhook for the pact between " + consumer.get() + " and " + provider.get();
    }
    String text = "A webhook for all pacts";
    Optional<String> ofConsumer = side("consumer", consumer, consumerLabel);
    Optional<String> ofProvider = side("provider", provider, providerLabel);
    if (ofConsumer.isPresent() && ofProvider.isPresent()) {
      return text + " between " + plural(ofConsumer.get()) + " and " + plural(ofProvider.get());
    }
    return text + ofConsumer.or(() -> ofProvider).map(side -> " with " + side).orElse("");
  }

  private static Optional<String> side(String role, Optional<String> name, Optional<String> label) {
    return name.map(known -> role + " " + known)
        .or(() -> label.map(known -> role + " labeled '" + known + "'"));
  }

  private static String plural(String side) {
    return side.replaceFirst("^(consumer|provider) labeled", "$1s labeled");
  }
}
