package dev.concordat.registry.contract;

import dev.concordat.registry.contract.Publication.Conflict;
import dev.concordat.registry.contract.Publication.Said;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Verifications;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// What a client is told when it publishes, in the words of the Pact dialect.
final class PublishingNotices {
  private PublishingNotices() {}

  static List<Notice> ofVersion(Publication publication, boolean isKnown) {
    List<Notice> notices = new ArrayList<>();
    StringBuilder text =
        new StringBuilder(isKnown ? "Updated " : "Created ")
            .append(publication.consumer())
            .append(" version ")
            .append(publication.number());
    publication.branch().ifPresent(branch -> text.append(" with branch ").append(branch));
    if (!publication.tags().isEmpty()) {
      text.append(publication.branch().isPresent() ? " and tags " : " with tags ")
          .append(String.join(", ", publication.tags()));
    }
    notices.add(new Notice("debug", text.toString()));
    if (publication.branch().isEmpty()) {
      notices.add(
          new Notice(
              "prompt",
              "  Next steps:\n    Configure the version branch to be the value of your repository"
                  + " branch."));
    }
    return notices;
  }

  static Notice refused(Publication publication, Said said) {
    return new Notice(
        "error", refused(publication.consumer(), publication.number(), said.provider()));
  }

  static String refused(String consumer, String number, String provider) {
    return "Cannot change the content of the pact for "
        + consumer
        + " version "
        + number
        + " and provider "
        + provider
        + ", as race conditions will cause unreliable results for can-i-deploy. Each pact must be"
        + " published with a unique consumer version number. Some Pact libraries generate random"
        + " data when a concrete value for a type matcher is not specified, and this can cause the"
        + " contract to mutate - ensure you have given example values for all type matchers. For"
        + " more information see https://docs.pact.io/go/versioning";
  }

  static Notice published(
      Publication publication, Said said, Optional<PactRow> before, PactRow pact) {
    String whose =
        " for "
            + publication.consumer()
            + " version "
            + publication.number()
            + " and provider "
            + pact.provider();
    if (before.isEmpty()) {
      return new Notice("success", "Pact successfully published" + whose + ".");
    }
    if (said.conflict() == Conflict.MERGE) {
      return new Notice("success", "Pact content merged with existing content" + whose + ".");
    }
    if (before.get().contentId() != pact.contentId()) {
      return new Notice(
          "warning",
          "Pact with changed content published over existing content"
              + whose
              + ". This is not recommended in normal circumstances and may indicate that you have not"
              + " configured your Pact pipeline correctly. For more information see"
              + " https://docs.pact.io/go/versioning");
    }
    return new Notice(
        "success", "Pact successfully republished" + whose + " with no content changes.");
  }

  static Notice events(List<Event> events) {
    return new Notice(
        "debug",
        events.stream()
            .map(
                event ->
                    event.kind().label() + event.comment().map(it -> " (" + it + ")").orElse(""))
            .collect(Collectors.joining(", ", "  Events detected: ", "")));
  }

  static List<Notice> nextSteps(Handle handle, PactRow pact, boolean hasWebhooks) {
    List<Notice> steps = new ArrayList<>();
    if (!new Verifications(handle).any(pact.consumerId(), pact.providerId())) {
      steps.add(
          new Notice(
              "prompt",
              "    * Add Pact verification tests to the "
                  + pact.provider()
                  + " build. See https://docs.pact.io/go/provider_verification"));
    }
    if (!hasWebhooks) {
      steps.add(
          new Notice(
              "prompt",
              "    * Configure separate "
                  + pact.provider()
                  + " pact verification build and webhook to trigger it when the pact content"
                  + " changes. See https://docs.pact.io/go/webhooks"));
    }
    if (!steps.isEmpty()) {
      steps.addFirst(new Notice("prompt", "  Next steps:"));
    }
    return steps;
  }

  /// Whether any webhook, switched on or off, is about the pair.
  static boolean hasWebhooks(Handle handle, PactRow pact) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT 1 FROM webhooks w
              WHERE (w.consumer_id IS NULL OR w.consumer_id = :consumer)
                AND (w.provider_id IS NULL OR w.provider_id = :provider)
                AND (w.consumer_label IS NULL OR EXISTS (SELECT 1 FROM labels
                  WHERE system_id = :consumer AND name = w.consumer_label))
                AND (w.provider_label IS NULL OR EXISTS (SELECT 1 FROM labels
                  WHERE system_id = :provider AND name = w.provider_label)))
            """)
        .bind("consumer", pact.consumerId())
        .bind("provider", pact.providerId())
        .mapTo(Boolean.class)
        .one();
  }
}
