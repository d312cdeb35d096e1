package dev.concordat.cli.provider;

import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.Reconsidering;
import dev.concordat.conform.access.HttpTokenSource;
import dev.concordat.conform.access.UserCredentials;
import dev.concordat.conform.access.Users;
import dev.concordat.conform.learned.Learned;
import dev.concordat.conform.run.Limits;
import dev.concordat.conform.run.RunEvent;
import dev.concordat.conform.talk.Credentials;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.conform.Recalled.Now;
import dev.concordat.wire.caller.Endpoint;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tries a finding again as the run did that found it: with what it needs made anew, as the same users, judged by the same rule.
final class RuleReplay {
  /// More than the longest sequence three times.
  private static final int MAX_REQUESTS = 500;

  private RuleReplay() {}

  /// What came of it; nothing where the contract is not there any more, or does not have what the finding speaks of, or where
  /// what it needs could not be made.
  static Optional<Replayed> of(StoredFinding finding, List<UserCredentials> users) {
    Path file = Path.of(finding.contract());
    Path folder = file.toAbsolutePath().getParent();
    return folder != null
            && OpenApiFile.read(folder, file) instanceof OpenApiFile.Read(OpenApiContract contract)
        ? replayed(finding, contract, users)
        : Optional.empty();
  }

  private static Optional<Replayed> replayed(
      StoredFinding finding, OpenApiContract contract, List<UserCredentials> users) {
    List<Replayed.Sent> sent = new ArrayList<>();
    try (var tokens = new HttpTokenSource(URI.create(finding.provider() + "/"))) {
      Credentials credentials =
          users.isEmpty() ? Credentials.NONE : new Users(contract, users, tokens);
      Now now =
          new Reconsidering(contract, options(finding, credentials), event -> note(event, sent))
              .of(finding.failure());
      return switch (now) {
        case BROKEN -> Optional.of(new Replayed(true, true, sent));
        case FIXED -> Optional.of(new Replayed(false, true, sent));
        case NOT_TRIED -> Optional.empty();
      };
    }
  }

  private static void note(RunEvent event, List<Replayed.Sent> sent) {
    if (event instanceof RunEvent.Sent(var exchange, var _)) {
      sent.add(new Replayed.Sent(exchange.sent(), exchange.response()));
    }
  }

  private static ConformOptions options(StoredFinding finding, Credentials credentials) {
    return new ConformOptions(
        Endpoint.of(URI.create(finding.provider()), true),
        finding.basePath(),
        finding.seed(),
        Limits.USUAL.withRequests(MAX_REQUESTS).withoutFuzzing(),
        credentials,
        Map.of(),
        Map.of(),
        Learned.NOTHING);
  }
}
