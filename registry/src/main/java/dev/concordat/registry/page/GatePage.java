package dev.concordat.registry.page;

import dev.concordat.registry.gate.Gate;
import dev.concordat.registry.gate.GateAnswer;
import dev.concordat.registry.gate.GateQuestion;
import dev.concordat.registry.gate.SystemVersion;
import dev.concordat.registry.gate.Target;
import dev.concordat.registry.http.Answer;
import dev.concordat.report.picture.Markup;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// The gate: a form, and the answer to what it asks. The question is in the address, so it can be sent to somebody.
final class GatePage {
  private final Handle handle;
  private final Clock clock;

  GatePage(Handle handle, Clock clock) {
    this.handle = handle;
    this.clock = clock;
  }

  /// The page with an answer where all three are given.
  Answer page(String system, String version, String environment) {
    boolean isAsked = !system.isBlank() && !version.isBlank() && !environment.isBlank();
    boolean isBegun = !system.isBlank() || !version.isBlank() || !environment.isBlank();
    if (!isAsked) {
      return framed(
          isBegun ? 400 : 200,
          "Gate",
          system,
          version,
          environment,
          page -> {
            if (isBegun) {
              page.leaf("p", "The gate needs a system, a version and an environment.");
            }
          });
    }
    var question =
        new GateQuestion(
            List.of(new SystemVersion(system, version)),
            new Target.Environment(environment),
            List.of());
    return switch (Gate.decide(handle, question, clock)) {
      case GateAnswer.Decision decision ->
          framed(
              200,
              "Gate: " + decision.verdict(),
              system,
              version,
              environment,
              page -> new DecisionText(page).write(decision));
      case GateAnswer.Refused(String message, Optional<String> suggestion) ->
          framed(
              404,
              "Gate",
              system,
              version,
              environment,
              page -> {
                page.leaf("p", message);
                suggestion.ifPresent(name -> page.leaf("p", "Did you mean '" + name + "'?"));
              });
    };
  }

  private Answer framed(
      int status,
      String title,
      String system,
      String version,
      String environment,
      Consumer<Markup> answer) {
    List<String> environments = new EnvironmentStore(handle).names();
    return Frame.page(
        status,
        title,
        Addresses.GATE,
        page -> {
          page.leaf("p", "May this version go there, as far as it was proved?", "class", "lead");
          Form.open(page, Addresses.GATE)
              .text("system", "System", system)
              .text("version", "Version", version)
              .choice("environment", "Environment", "choose", environments, environment)
              .close("Ask");
          answer.accept(page);
        });
  }
}
