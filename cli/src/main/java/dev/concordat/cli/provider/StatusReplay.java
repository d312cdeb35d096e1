package dev.concordat.cli.provider;

import dev.concordat.conform.access.UserCredentials;
import dev.concordat.conform.talk.Identity;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.wire.caller.Called;
import dev.concordat.wire.caller.Caller;
import dev.concordat.wire.caller.Endpoint;
import dev.concordat.wire.capture.CaptureLimits;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sends the story of a finding again, with the ids that the provider gives this time, and compares statuses: for what cannot be
/// judged any more.
final class StatusReplay {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  private StatusReplay() {}

  /// What came of it; nothing where nobody listens.
  static Optional<Replayed> of(StoredFinding finding, List<UserCredentials> users) {
    Endpoint provider = Endpoint.of(URI.create(finding.provider()), true);
    List<Replayed.Sent> sent = new ArrayList<>();
    var rebinding = new Rebinding();
    boolean isAsBefore = true;
    try (var caller = new Caller(provider, CONNECT_LIMIT, CaptureLimits.DEFAULT)) {
      for (StoredStep step : finding.steps()) {
        HttpRequestMessage request = rebinding.bound(step.request());
        Called called =
            caller.send(Resigning.of(request, user(step.identity(), users)), ANSWER_LIMIT);
        if (called instanceof Called.Unreachable) {
          return Optional.empty();
        }
        Optional<HttpResponseMessage> today =
            called instanceof Called.Answered(var response, var _)
                ? Optional.of(response)
                : Optional.empty();
        if (step.response().isPresent() && today.isPresent()) {
          rebinding.learn(step.response().get(), today.get());
        }
        isAsBefore &= status(step.response()).equals(status(today));
        sent.add(new Replayed.Sent(request, today));
      }
    }
    return Optional.of(new Replayed(isAsBefore, false, sent));
  }

  private static Optional<Integer> status(Optional<HttpResponseMessage> response) {
    return response.map(HttpResponseMessage::status);
  }

  /// Where a stranger got in, a stranger tries again.
  private static Optional<UserCredentials> user(Identity identity, List<UserCredentials> users) {
    return switch (identity) {
      case Identity.User(int number) ->
          number < users.size() ? Optional.of(users.get(number)) : Optional.empty();
      case Identity.Anonymous() -> Optional.empty();
      case Identity.Wrong() -> Optional.empty();
      case Identity.AsWritten() -> Optional.empty();
    };
  }
}
