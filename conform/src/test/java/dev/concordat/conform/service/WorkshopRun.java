package dev.concordat.conform.service;

import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.Conformance;
import dev.concordat.conform.Conformance.Tested;
import dev.concordat.conform.access.HttpTokenSource;
import dev.concordat.conform.access.UserCredentials;
import dev.concordat.conform.access.Users;
import dev.concordat.conform.learned.Learned;
import dev.concordat.conform.run.Limits;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.wire.caller.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A run against the workshop as its two users.
final class WorkshopRun {
  /// Longer than anything here needs; the budget is one of requests.
  private static final Duration TIME = Duration.ofMinutes(10);

  private static final Duration ANSWER = Duration.ofSeconds(4);
  private static final Duration SLOW = Duration.ofSeconds(2);

  /// As many requests as the contract asks for.
  private static final int ALL = 0;

  private static final Limits LIMITS =
      Limits.USUAL.withTime(TIME).withAnswer(ANSWER).withSlowerThan(SLOW);

  private static final long SEED = 1;

  private static final OpenApiContract CONTRACT = Contracts.workshop();

  private WorkshopRun() {}

  static ConformReport of(Set<Fault> faults, long seed, int requests) {
    try (var service = ReferenceService.start(faults)) {
      return against(service, seed, requests);
    }
  }

  static ConformReport against(ReferenceService service, long seed, int requests) {
    return against(service, seed, requests, Map.of());
  }

  /// Everything that follows from the contract, and no fuzzing.
  static ConformReport covering(Set<Fault> faults, long seed) {
    try (var service = ReferenceService.start(faults)) {
      return against(service, seed, ALL, Map.of());
    }
  }

  /// With what an earlier run learned; no fuzzing where everything that follows from the contract is sent.
  static Tested knowing(ReferenceService service, Learned known, int requests) {
    return test(service, SEED, requests, Map.of(), known);
  }

  /// Without some operations.
  static ConformReport against(
      ReferenceService service, long seed, int requests, Map<String, String> skipped) {
    return test(service, seed, requests, skipped, Learned.NOTHING).report();
  }

  private static Tested test(
      ReferenceService service,
      long seed,
      int requests,
      Map<String, String> skipped,
      Learned known) {
    try (var tokens = new HttpTokenSource(service.address())) {
      var users =
          new Users(CONTRACT, List.of(user("ada", "token-ada"), user("bob", "token-bob")), tokens);
      ConformOptions options =
          new ConformOptions(
              Endpoint.of(service.address(), false),
              Optional.empty(),
              seed,
              requests == ALL ? LIMITS.withoutFuzzing() : LIMITS.withRequests(requests),
              users,
              Map.of(),
              skipped,
              known);
      return new Conformance(CONTRACT, options, event -> {}).test();
    }
  }

  private static UserCredentials user(String name, String token) {
    return UserCredentials.named(name).withSecrets(Map.of("token", token, "key", "key-workshop"));
  }
}
