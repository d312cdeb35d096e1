package dev.concordat.registry.notify;

import dev.concordat.model.json.JsonText;
import dev.concordat.registry.contract.Event;
import dev.concordat.registry.contract.Events;
import dev.concordat.registry.contract.Notice;
import dev.concordat.registry.gate.Gate;
import dev.concordat.registry.gate.GateAnswer;
import dev.concordat.registry.gate.GateQuestion;
import dev.concordat.registry.gate.GateText;
import dev.concordat.registry.gate.SystemVersion;
import dev.concordat.registry.gate.Target;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.VerificationRow;
import dev.concordat.registry.webhook.Call;
import dev.concordat.registry.webhook.Deliveries;
import dev.concordat.report.json.Members;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// Marks commits with what the gate says of merging them: GitHub's `POST /repos/{owner}/{repo}/statuses/{sha}`. A version is a
/// commit where its number is the SHA-1 of one. Each time something is published or verified of such a version its status is
/// said anew, and what was not said yet is replaced by it.
public final class CommitStatuses implements Events {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

  /// What GitHub shows of a description.
  private static final int MAX_DESCRIPTION = 140;

  private final Clock clock;

  public CommitStatuses(Clock clock) {
    this.clock = clock;
  }

  @Override
  public List<Notice> happened(Handle handle, Event event) {
    PactRow pact = event.pact();
    boolean isSaid =
        switch (event.kind()) {
          case CONTRACT_PUBLISHED, PROVIDER_VERIFICATION_SUCCEEDED, PROVIDER_VERIFICATION_FAILED ->
              true;
          case CONTRACT_CONTENT_CHANGED,
              CONTRACT_REQUIRING_VERIFICATION_PUBLISHED,
              PROVIDER_VERIFICATION_PUBLISHED ->
              false;
        };
    if (isSaid) {
      mark(handle, event, new SystemVersion(pact.consumer(), pact.number()));
      event
          .verification()
          .map(VerificationRow::providerVersion)
          .ifPresent(version -> mark(handle, event, new SystemVersion(pact.provider(), version)));
    }
    return List.of();
  }

  private void mark(Handle handle, Event event, SystemVersion version) {
    if (!COMMIT.matcher(version.version()).matches()) {
      return;
    }
    for (Channel channel : new Channels(handle).marking(version.system())) {
      Call call = call(handle, event, channel, version);
      Deliveries deliveries = new Deliveries(handle);
      deliveries.supersede(channel.id(), call.url(), clock.instant());
      var _ =
          deliveries.add(
              channel.id(),
              event.pact().consumerId(),
              event.pact().providerId(),
              "commit_status",
              call,
              clock.instant());
    }
  }

  private Call call(Handle handle, Event event, Channel channel, SystemVersion version) {
    Target target = new Target.Branch(Optional.empty());
    GateAnswer answer =
        Gate.decide(handle, new GateQuestion(List.of(version), target, List.of()), clock);
    String summary = GateText.of(answer).lines().findFirst().orElse("");
    Members status =
        new Members()
            .put("state", state(answer))
            .put("description", shortened(summary))
            .put("context", "concordat");
    if (!event.base().isEmpty()) {
      status.put("target_url", event.base() + page(version));
    }
    return new Call(
        "POST",
        channel.url()
            + "/repos/"
            + channel.commits().orElseThrow().repository()
            + "/statuses/"
            + version.version(),
        Map.of(
            "accept",
            "application/vnd.github+json",
            "content-type",
            "application/json",
            "x-github-api-version",
            "2022-11-28",
            "authorization",
            "Bearer " + channel.secret().orElse("")),
        Optional.of(JsonText.compact(status.object())),
        Optional.empty(),
        Optional.empty());
  }

  private static String state(GateAnswer answer) {
    return switch (answer) {
      case GateAnswer.Decision decision ->
          switch (decision.verdict()) {
            case SAFE -> "success";
            case UNSAFE -> "failure";
            case UNKNOWN -> "pending";
          };
      case GateAnswer.Refused _ -> "error";
    };
  }

  private static String shortened(String text) {
    return text.length() <= MAX_DESCRIPTION ? text : text.substring(0, MAX_DESCRIPTION - 1) + "…";
  }

  private static String page(SystemVersion version) {
    return "/ui/gate?system="
        + encoded(version.system())
        + "&version="
        + encoded(version.version());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
