package dev.concordat.conform.service;

import dev.concordat.conform.access.HttpTokenSource;
import dev.concordat.conform.access.UserCredentials;
import dev.concordat.conform.access.Users;
import dev.concordat.conform.check.Checks;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Judge;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.memory.Remembered;
import dev.concordat.conform.resource.OperationOrder;
import dev.concordat.conform.resource.Resources;
import dev.concordat.conform.scenario.Scenarios;
import dev.concordat.conform.talk.Answer;
import dev.concordat.conform.talk.Conversation;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Memory;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.wire.caller.Called;
import dev.concordat.wire.caller.Caller;
import dev.concordat.wire.caller.Endpoint;
import dev.concordat.wire.capture.CaptureLimits;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Does every scenario once, in turns over the operations, as the two users of the workshop.
final class ScenarioRun implements Conversation {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final OpenApiContract contract;
  private final Users users;
  private final Remembered memory;
  private final Caller caller;
  private final List<Exchange> exchanges = new ArrayList<>();
  private final Map<String, Suspicion> found = new LinkedHashMap<>();

  private ScenarioRun(OpenApiContract contract, Users users, Caller caller) {
    this.contract = contract;
    this.users = users;
    this.memory = new Remembered(contract);
    this.caller = caller;
  }

  /// What came of a run.
  ///
  /// @param found one for each cause
  record Outcome(List<Suspicion> found, List<Exchange> exchanges) {
    List<String> causes() {
      return found.stream().map(Suspicion::causeKey).toList();
    }
  }

  static Outcome against(OpenApiContract contract, URI address, long seed) {
    try (var tokens = new HttpTokenSource(address);
        var caller = new Caller(Endpoint.of(address, false), LIMIT, CaptureLimits.DEFAULT)) {
      var users =
          new Users(contract, List.of(user("ada", "token-ada"), user("bob", "token-bob")), tokens);
      var run = new ScenarioRun(contract, users, caller);
      run.all(seed);
      return new Outcome(List.copyOf(run.found.values()), List.copyOf(run.exchanges));
    }
  }

  private static UserCredentials user(String name, String token) {
    return UserCredentials.named(name).withSecrets(Map.of("token", token, "key", "key-workshop"));
  }

  private void all(long seed) {
    Resources resources = Resources.of(contract);
    Judge judge = Checks.of(contract, Duration.ZERO);
    var scenarios = new Scenarios(contract, resources, seed, judge, users);
    List<Iterator<Experiment>> streams = new ArrayList<>();
    for (HttpOperation operation : OperationOrder.of(contract, resources)) {
      streams.add(scenarios.about(operation, memory));
    }
    while (!streams.isEmpty()) {
      streams.removeIf(stream -> !stream.hasNext());
      streams.forEach(
          stream ->
              stream.next().run(this).forEach(each -> found.putIfAbsent(each.causeKey(), each)));
    }
  }

  @Override
  public Exchange send(Trial trial) {
    HttpRequestMessage signed = users.sign(trial.operation(), trial.request(), trial.identity());
    Exchange exchange = new Exchange(exchanges.size() + 1, trial, signed, answer(signed));
    exchanges.add(exchange);
    memory.remember(exchange);
    return exchange;
  }

  private Answer answer(HttpRequestMessage request) {
    return switch (caller.send(request, LIMIT)) {
      case Called.Answered(var response, Duration took) -> new Answer.Got(response, took);
      case Called.Failed(var failure, String reason, Duration took) ->
          new Answer.Nothing(Answer.Kind.CLOSED, reason, took);
      case Called.Unreachable(String reason) ->
          new Answer.NotSent(Answer.Cause.UNREACHABLE, reason);
      case Called.Unsendable(String reason) -> new Answer.NotSent(Answer.Cause.UNSENDABLE, reason);
    };
  }

  @Override
  public boolean hasBudget(int requests) {
    return true;
  }

  @Override
  public Memory memory() {
    return memory;
  }

  @Override
  public OpenApiContract contract() {
    return contract;
  }

  @Override
  public int users() {
    return users.users();
  }
}
