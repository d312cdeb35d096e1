package dev.concordat.cli.provider;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.conform.access.UserCredentials;
import dev.concordat.conform.learned.Step;
import dev.concordat.conform.talk.Identity;
import dev.concordat.model.exchange.Curl;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.json.Members;
import dev.concordat.report.terminal.Words;
import dev.concordat.wire.redaction.Redactor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Tries a finding again and says whether it is still there: by its rule where the contract is still there, else by comparing
/// statuses.
public final class FindingReplayer {
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
  /// @param users whose credentials stand for those that were taken out, in the order in which the run had them
  public Verdict replay(String idPrefix, List<UserCredentials> users, boolean isJson) {
    StoredFinding finding = find(idPrefix).getFirst();
    int needed = users(finding);
    if (needed > Math.max(1, users.size())) {
      console.say(
          "concordat: this was found with "
              + needed
              + " users: give the options of all of them (--user, --users).");
      return Verdict.BAD_INPUT;
    }
    Optional<Replayed> replayed =
        RuleReplay.of(finding, users).or(() -> StatusReplay.of(finding, users));
    if (replayed.isEmpty()) {
      console.say("concordat: " + finding.provider() + " cannot be reached.");
      return Verdict.NO_ENVIRONMENT;
    }
    if (isJson) {
      json(finding, replayed.get());
    } else {
      text(finding, replayed.get());
    }
    return replayed.get().isBroken() ? Verdict.FINDINGS : Verdict.HOLDS;
  }

  /// How many users took part.
  private static int users(StoredFinding finding) {
    return finding.failure().story().stream()
        .map(Step::identity)
        .mapToInt(identity -> identity instanceof Identity.User(int number) ? number + 1 : 0)
        .max()
        .orElse(0);
  }

  private void text(StoredFinding finding, Replayed replayed) {
    console.out().println(finding.failure().rule() + "   " + finding.failure().operation());
    console.out().println("  " + Words.shown(finding.failure().message(), MAX_SHOWN));
    console.out().println();
    for (StoredStep step : finding.steps()) {
      request(step.request(), finding);
      console.out().println("    then " + shown(step.response()));
    }
    console.out().println();
    for (Replayed.Sent sent : replayed.sent()) {
      request(redactor.redact(sent.request()), finding);
      console.out().println("    now  " + shown(sent.response().map(redactor::redact)));
    }
    console.out().println();
    if (!replayed.isJudged()) {
      console
          .out()
          .println("It could not be judged by its rule again, so only statuses were compared.");
    }
    console.out().println(replayed.words());
    console.out().flush();
  }

  private void request(HttpRequestMessage request, StoredFinding finding) {
    console
        .out()
        .println(
            "  $ "
                + Curl.of(request, finding.provider())
                    .orElse(request.method() + " " + request.target()));
  }

  private static String shown(Optional<HttpResponseMessage> response) {
    return response
        .map(r -> r.status() + "  " + Words.shown(r.body().utf8(), MAX_SHOWN))
        .orElse("no answer");
  }

  private void json(StoredFinding finding, Replayed replayed) {
    console
        .out()
        .println(
            JsonText.pretty(
                new Members()
                    .put("id", finding.id())
                    .put("rule", finding.failure().rule())
                    .put("operation", finding.failure().operation())
                    .put("message", finding.failure().message())
                    .list("then", finding.steps(), it -> step(it.request(), it.response()))
                    .list("now", replayed.sent(), it -> step(it.request(), it.response()))
                    .put("judgedByRule", replayed.isJudged())
                    .put("broken", replayed.isBroken())
                    .object()));
    console.out().flush();
  }

  private static JsonObject step(
      HttpRequestMessage request, Optional<HttpResponseMessage> response) {
    return new Members()
        .put("request", request.method() + " " + request.target())
        .put("status", response.map(HttpResponseMessage::status).orElse(0))
        .object();
  }
}
