package dev.concordat.registry.page;

import dev.concordat.registry.gate.Gate;
import dev.concordat.registry.gate.GateAnswer;
import dev.concordat.registry.gate.GateQuestion;
import dev.concordat.registry.gate.SystemVersion;
import dev.concordat.registry.gate.Target;
import dev.concordat.registry.http.Answer;
import dev.concordat.report.picture.Markup;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The gate: a form, and the answer to what it asks. The question is in the address, so it can be sent to somebody.
final class GatePage {
  private static final int MAX_TOGETHER = 50;

  private final Handle handle;
  private final Clock clock;

  GatePage(Handle handle, Clock clock) {
    this.handle = handle;
    this.clock = clock;
  }

  /// What was asked.
  ///
  /// @param together more versions that go with it: `orders@1.1.0, stock@2.0.0`; may be empty
  record Asked(String system, String version, String together, String environment) {
    boolean isWhole() {
      return !system.isBlank() && !version.isBlank() && !environment.isBlank();
    }

    boolean isBegun() {
      return !(system + version + together + environment).isBlank();
    }

    /// All versions; empty where one cannot be read, where a system is named twice, or where there are too many.
    Optional<List<SystemVersion>> versions() {
      Map<String, SystemVersion> bySystem = new LinkedHashMap<>();
      bySystem.put(system, new SystemVersion(system, version));
      List<String> others =
          Stream.of(together.split(",", -1))
              .map(String::strip)
              .filter(it -> !it.isEmpty())
              .toList();
      for (String other : others) {
        int at = other.lastIndexOf('@');
        if (at <= 0 || at == other.length() - 1) {
          return Optional.empty();
        }
        String name = other.substring(0, at);
        var named = new SystemVersion(name, other.substring(at + 1));
        if (bySystem.putIfAbsent(name, named) != null) {
          return Optional.empty();
        }
      }
      return bySystem.size() > MAX_TOGETHER
          ? Optional.empty()
          : Optional.of(List.copyOf(bySystem.values()));
    }
  }

  /// The page, with an answer where system, version and environment are given.
  Answer page(Asked asked) {
    if (!asked.isWhole()) {
      return framed(
          asked.isBegun() ? 400 : 200,
          "Gate",
          asked,
          page -> {
            if (asked.isBegun()) {
              page.leaf("p", "The gate needs a system, a version and an environment.");
            }
          });
    }
    Optional<List<SystemVersion>> versions = asked.versions();
    if (versions.isEmpty()) {
      return framed(
          400,
          "Gate",
          asked,
          page ->
              page.leaf(
                  "p",
                  "What goes together is written 'system@version, system@version', each system once, %d at most."
                      .formatted(MAX_TOGETHER)));
    }
    var question =
        new GateQuestion(versions.get(), new Target.Environment(asked.environment()), List.of());
    return switch (Gate.decide(handle, question, clock)) {
      case GateAnswer.Decision decision ->
          framed(
              200,
              "Gate: " + decision.verdict(),
              asked,
              page -> new DecisionText(page).write(decision));
      case GateAnswer.Refused(String message, Optional<String> suggestion) ->
          framed(
              404,
              "Gate",
              asked,
              page -> {
                page.leaf("p", message);
                suggestion.ifPresent(name -> page.leaf("p", "Did you mean '" + name + "'?"));
              });
    };
  }

  private Answer framed(int status, String title, Asked asked, Consumer<Markup> answer) {
    List<String> environments = new EnvironmentStore(handle).names();
    return Frame.page(
        status,
        title,
        Addresses.GATE,
        page -> {
          page.leaf("p", "May this version go there, as far as it was proved?", "class", "lead");
          Form.open(page, Addresses.GATE)
              .text("system", "System", asked.system())
              .text("version", "Version", asked.version())
              .text("together", "Together with (orders@1.1.0, …)", asked.together())
              .choice("environment", "Environment", "choose", environments, asked.environment())
              .close("Ask");
          answer.accept(page);
        });
  }
}
