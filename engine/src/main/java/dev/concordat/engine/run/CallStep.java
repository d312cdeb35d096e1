package dev.concordat.engine.run;

import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.flow.Budget;
import dev.concordat.engine.flow.Durations;
import dev.concordat.engine.flow.Likeness;
import dev.concordat.engine.flow.Mismatch;
import dev.concordat.engine.flow.PatternJudge;
import dev.concordat.engine.flow.Scope;
import dev.concordat.engine.flow.Step;
import dev.concordat.engine.flow.Templates;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.FlowRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Calls an operation. A safe method is repeated until its answer fits, as long as the step says; any other is sent once.
final class CallStep {
  static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final FlowContext context;
  private final List<Budget> budgets;
  private Duration took = Duration.ZERO;

  CallStep(FlowContext context, List<Budget> budgets) {
    this.context = context;
    this.budgets = budgets;
  }

  StepOutcome perform(Step.Call step, Scope scope) {
    ContractBook.Named named = context.book().operation(step.operation()).orElseThrow();
    JsonObject with = Templates.fill(step.with(), scope);
    HttpRequestMessage request =
        RequestMaker.make(
            named,
            with,
            step.body().map(body -> Templates.fill(body, scope)),
            Templates.fill(step.headers(), scope));
    boolean mayRepeat = step.within().isPresent() && SAFE.contains(request.method());
    var deadline = new Deadline(step.within().orElse(Duration.ZERO));
    while (true) {
      StepOutcome outcome = once(step, scope, named.system(), with, request);
      if (!(outcome instanceof StepOutcome.Broke) || !mayRepeat || deadline.isOver()) {
        return outcome;
      }
      deadline.pause();
    }
  }

  /// How long the last answer took.
  Duration took() {
    return took;
  }

  private StepOutcome once(
      Step.Call step, Scope scope, String system, JsonObject with, HttpRequestMessage request) {
    HttpCaller.Answer answer =
        context
            .caller()
            .send(
                context.environment().address(system),
                request,
                context.trace().headers(),
                ANSWER_LIMIT);
    took = answer.took();
    Blames blames = Blames.provider(system, step.operation(), context.lastCall(system));
    return switch (answer) {
      case HttpCaller.Answer.Unsendable(String reason) ->
          new StepOutcome.Failed("the request cannot be sent: " + reason, "Change the step.");
      case HttpCaller.Answer.Nothing(String reason, Duration took) ->
          blames.broke(
              FlowRules.UNEXPECTED_STATUS,
              "/status",
              "no answer after " + Durations.text(took) + ": " + reason,
              step.heading().sentence(),
              "an answer",
              "none");
      case HttpCaller.Answer.Got got -> judge(step, scope, with, got, blames);
    };
  }

  private StepOutcome judge(
      Step.Call step, Scope scope, JsonObject with, HttpCaller.Answer.Got got, Blames blames) {
    JsonObject seen = result(with, got);
    List<Mismatch> mismatches =
        step.expect()
            .map(it -> PatternJudge.judge(it, "", Optional.of(seen), scope, Likeness.JSON))
            .orElse(List.of());
    List<Mismatch> all = asked(step, got.response().status(), mismatches);
    if (!all.isEmpty()) {
      boolean isStatus = all.getFirst().pointer().equals("/status");
      Rule rule = isStatus ? FlowRules.UNEXPECTED_STATUS : FlowRules.UNEXPECTED_VALUE;
      return blames.broke(rule, isStatus ? all.subList(0, 1) : all);
    }
    return slow(step, got.took(), blames)
        .<StepOutcome>map(it -> it)
        .orElseGet(
            () ->
                new StepOutcome.Held(
                    seen, got.response().status() + " in " + Durations.text(got.took())));
  }

  /// A status that is not expected hides everything else. Where the flow does not name one, success is meant.
  private static List<Mismatch> asked(Step.Call step, int status, List<Mismatch> found) {
    Optional<Mismatch> wrongStatus =
        found.stream().filter(mismatch -> mismatch.pointer().equals("/status")).findFirst();
    if (wrongStatus.isPresent()) {
      return List.of(wrongStatus.get());
    }
    boolean isStated =
        step.expect().orElse(null) instanceof dev.concordat.engine.flow.Pattern.Members expected
            && expected.members().containsKey("status");
    if (!isStated && (status < 200 || status > 299)) {
      Sentence sentence = step.heading().sentence();
      return List.of(new Mismatch("/status", "2xx", Integer.toString(status), sentence));
    }
    return found;
  }

  private Optional<StepOutcome.Broke> slow(Step.Call step, Duration took, Blames blames) {
    Optional<Budget> budget =
        budgets.stream().filter(it -> it.step().equals(step.heading().id())).findFirst();
    Optional<Duration> limit = step.answerWithin().or(() -> budget.flatMap(Budget::limit));
    Sentence sentence = budget.map(Budget::sentence).orElse(step.heading().sentence());
    return limit
        .filter(it -> took.compareTo(it) > 0)
        .map(
            it ->
                blames.broke(
                    FlowRules.TOO_SLOW,
                    "",
                    "the answer took "
                        + Durations.text(took)
                        + ", at most "
                        + Durations.text(it)
                        + " is allowed",
                    sentence,
                    "at most " + Durations.text(it),
                    Durations.text(took)));
  }

  private static JsonObject result(JsonObject with, HttpCaller.Answer.Got got) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("status", JsonNumber.of(got.response().status()));
    members.put("headers", JsonBodies.headers(got.response().headers()));
    members.put("body", JsonBodies.of(got.response().body()));
    members.put("with", with);
    return new JsonObject(members);
  }
}
