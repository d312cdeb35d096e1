package dev.concordat.registry.gate;

import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.NestedQuery;
import dev.concordat.registry.http.QueryValue;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.Database;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The gate over HTTP: `GET /gate?version[][system]=…&version[][number]=…&to=ENVIRONMENT`. Instead of `to`, `merge` asks about
/// the main branches, or about the branch that it names. `ignore[][system]`, `ignore[][version]`, `ignore[][owner]` and
/// `ignore[][until]` leave something out. The answer is JSON, or text where `text/plain` is asked for; its status is 200
/// whatever the verdict, 400 for a question that cannot be read and 404 for a name that is not there.
public final class GateRoutes {
  /// The header that says the verdict, whatever the format.
  public static final String VERDICT = "Concordat-Verdict";

  private static final String PLAIN = "text/plain;charset=utf-8";

  private final Database database;
  private final Clock clock;

  private GateRoutes(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public static List<Route> of(Database database, Clock clock) {
    return List.of(Route.get("/gate", new GateRoutes(database, clock)::gate));
  }

  /// A question that cannot be read.
  private static final class Unclear extends Exception {
    private static final long serialVersionUID = 1L;

    Unclear(String message) {
      super(message);
    }
  }

  private Answer gate(Asked asked) {
    GateAnswer answer;
    try {
      answer = Gate.decide(database, question(NestedQuery.parse(asked.query())), clock);
    } catch (NestedQuery.Unreadable | Unclear e) {
      return RegistryServer.error(400, String.valueOf(e.getMessage()));
    }
    int status = answer instanceof GateAnswer.Refused ? 404 : 200;
    boolean isPlain =
        asked.header("Accept").filter(accept -> accept.startsWith("text/plain")).isPresent();
    Answer told =
        (isPlain
                ? Answer.text(status, PLAIN, GateText.of(answer))
                : Answer.json(status, Answer.JSON, GateJson.of(answer)))
            .with("Vary", "Accept");
    return answer instanceof GateAnswer.Decision decision
        ? told.with(VERDICT, decision.verdict().name())
        : told;
  }

  private static GateQuestion question(QueryValue.Table query) throws Unclear {
    List<SystemVersion> versions = new ArrayList<>();
    for (QueryValue.Table table : query.tables("version")) {
      versions.add(new SystemVersion(text(table, "system"), text(table, "number")));
    }
    List<Exemption> exemptions = new ArrayList<>();
    for (QueryValue.Table table : query.tables("ignore")) {
      exemptions.add(
          new Exemption(
              text(table, "system"),
              table.text("version").filter(number -> !number.isBlank()),
              text(table, "owner"),
              day(text(table, "until"))));
    }
    try {
      return new GateQuestion(versions, target(query), exemptions);
    } catch (IllegalArgumentException e) {
      throw new Unclear(String.valueOf(e.getMessage()));
    }
  }

  private static Target target(QueryValue.Table query) throws Unclear {
    Optional<String> environment = query.text("to").filter(name -> !name.isBlank());
    if (environment.isPresent() == query.has("merge")) {
      throw new Unclear("Say where: to=ENVIRONMENT, or merge, or merge=BRANCH");
    }
    return environment
        .<Target>map(Target.Environment::new)
        .orElseGet(() -> new Target.Branch(query.text("merge").filter(name -> !name.isBlank())));
  }

  private static LocalDate day(String text) throws Unclear {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw new Unclear("'" + text + "' is no day; write it like 2026-12-31");
    }
  }

  private static String text(QueryValue.Table table, String name) throws Unclear {
    Optional<String> text = table.text(name).filter(value -> !value.isBlank());
    if (text.isEmpty()) {
      throw new Unclear("'" + name + "' is missing");
    }
    return text.get();
  }
}
