package dev.concordat.cli.provider;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.conform.access.UserCredentials;
import dev.concordat.model.exchange.Curl;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.json.Members;
import dev.concordat.report.terminal.Words;
import dev.concordat.wire.caller.Called;
import dev.concordat.wire.caller.Caller;
import dev.concordat.wire.caller.Endpoint;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.redaction.Redactor;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sends the story of a finding again, with the ids that the provider gives this time, and says whether it is answered as
/// before.
public final class FindingReplayer {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final int MAX_SHOWN = 300;

  private final Console console;
  private final FindingStore store;
  private final Redactor redactor = new Redactor();

  public FindingReplayer(Console console, Installation installation) {
    this.console = console;
    this.store = new FindingStore(installation.home());
  }

  /// One line for every finding whose id starts so.
  public List<String> describe(String idPrefix) {
    return find(idPrefix).stream().map(StoredFinding::describe).toList();
  }

  private List<StoredFinding> find(String idPrefix) {
    try {
      return store.find(idPrefix);
    } catch (IOException e) {
      console.say("concordat: the findings cannot be read: " + e.getMessage());
      return List.of();
    }
  }

  /// Replays the only finding whose id starts so.
  ///
  /// @param users whose credentials stand for those that were taken out
  public Verdict replay(String idPrefix, List<UserCredentials> users, boolean isJson) {
    StoredFinding finding = find(idPrefix).getFirst();
    Endpoint provider = Endpoint.of(URI.create(finding.provider()), true);
    List<Step> steps = new ArrayList<>();
    var rebinding = new Rebinding();
    // Where a stranger got in, a stranger tries again.
    Optional<UserCredentials> user =
        finding.isOfStranger() ? Optional.empty() : users.stream().findFirst();
    try (var caller = new Caller(provider, CONNECT_LIMIT, CaptureLimits.DEFAULT)) {
      for (StoredStep step : finding.steps()) {
        HttpRequestMessage request = rebinding.bound(step.request());
        Called called = caller.send(Resigning.of(request, user), ANSWER_LIMIT);
        if (called instanceof Called.Unreachable(String reason)) {
          console.say("concordat: " + provider + " cannot be reached: " + reason);
          return Verdict.NO_ENVIRONMENT;
        }
        Optional<HttpResponseMessage> today =
            called instanceof Called.Answered(var response, var took)
                ? Optional.of(response)
                : Optional.empty();
        if (step.response().isPresent() && today.isPresent()) {
          rebinding.learn(step.response().get(), today.get());
        }
        steps.add(new Step(step, request, today));
      }
    }
    boolean isAsBefore = steps.stream().allMatch(Step::isAsBefore);
    if (isJson) {
      json(finding, steps, isAsBefore);
    } else {
      text(finding, steps, isAsBefore);
    }
    return isAsBefore ? Verdict.FINDINGS : Verdict.HOLDS;
  }

  /// One step, then and now.
  private record Step(
      StoredStep then, HttpRequestMessage request, Optional<HttpResponseMessage> today) {
    /// The same status, or no answer again.
    boolean isAsBefore() {
      return then.response()
          .map(HttpResponseMessage::status)
          .equals(today.map(HttpResponseMessage::status));
    }
  }

  private void text(StoredFinding finding, List<Step> steps, boolean isAsBefore) {
    console.out().println(finding.rule() + "   " + finding.operation());
    console.out().println("  " + Words.shown(finding.message(), MAX_SHOWN));
    console.out().println();
    for (Step step : steps) {
      HttpRequestMessage request = redactor.redact(step.request());
      console
          .out()
          .println(
              "  $ "
                  + Curl.of(request, finding.provider())
                      .orElse(request.method() + " " + request.target()));
      console.out().println("    then " + shown(step.then().response()));
      console.out().println("    now  " + shown(step.today().map(redactor::redact)));
    }
    console.out().println();
    console
        .out()
        .println(isAsBefore ? "answered as before: still broken" : "it answers differently now");
    console.out().flush();
  }

  private static String shown(Optional<HttpResponseMessage> response) {
    return response
        .map(r -> r.status() + "  " + Words.shown(r.body().utf8(), MAX_SHOWN))
        .orElse("no answer");
  }

  private void json(StoredFinding finding, List<Step> steps, boolean isAsBefore) {
    console
        .out()
        .println(
            JsonText.pretty(
                new Members()
                    .put("id", finding.id())
                    .put("rule", finding.rule())
                    .put("operation", finding.operation())
                    .put("message", finding.message())
                    .list(
                        "steps",
                        steps,
                        step ->
                            new Members()
                                .put(
                                    "request",
                                    step.request().method() + " " + step.request().target())
                                .put("then", status(step.then().response()))
                                .put("now", status(step.today()))
                                .object())
                    .put("broken", isAsBefore)
                    .object()));
    console.out().flush();
  }

  private static int status(Optional<HttpResponseMessage> response) {
    return response.map(HttpResponseMessage::status).orElse(0);
  }
}
