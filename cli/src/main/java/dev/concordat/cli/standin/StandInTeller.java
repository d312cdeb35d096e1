package dev.concordat.cli.standin;

import dev.concordat.cli.console.Console;
import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.StandIn;
import dev.concordat.standin.Verification;
import dev.concordat.standin.graphql.GraphQlStandIn;
import dev.concordat.standin.http.HttpServer;
import dev.concordat.standin.kafka.KafkaAdministration;
import dev.concordat.standin.message.MessageStandIn;
import dev.concordat.standin.pact.PactStandIn;
import dev.concordat.standin.recorded.RecordedStandIn;
import dev.concordat.standin.resource.OperationPlan;
import dev.concordat.standin.resource.Role;
import dev.concordat.standin.server.StandInServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Tells where stand-ins answer, and what each operation is taken for.
final class StandInTeller {
  /// Operations of a contract past this many are only counted.
  private static final int MAX_SHOWN = 40;

  private final Console console;
  private final boolean isJson;
  private final List<JsonValue> told = new ArrayList<>();

  StandInTeller(Console console, boolean isJson) {
    this.console = console;
    this.isJson = isJson;
  }

  void add(StandIn standIn, StandInServer server) {
    if (isJson) {
      told.add(json(standIn, server));
    } else {
      lines(standIn, server);
    }
  }

  void add(PactStandIn standIn, HttpServer server) {
    PactContract pact = standIn.pact();
    if (isJson) {
      told.add(
          json(
              pact.file(),
              pact.title(),
              server.url(),
              standIn.verification(),
              Map.of("interactions", JsonNumber.of(pact.httpInteractions().size()))));
      return;
    }
    var out = console.out();
    out.println(pact.title() + "   " + pact.file());
    out.println("  answers at  " + server.url());
    out.println("  " + told(standIn.verification()));
    out.println("  provider states at  " + server.url() + PactStandIn.STATES_PATH);
    rows(
        pact.httpInteractions().stream()
            .map(
                each ->
                    each.request().method()
                        + " "
                        + each.request().path()
                        + "  "
                        + each.description()
                        + each.header().states().stream()
                            .map(state -> " [" + state.name() + "]")
                            .collect(Collectors.joining()))
            .toList());
  }

  void add(RecordedStandIn standIn, HttpServer server) {
    StubContract contract = standIn.contract();
    if (isJson) {
      told.add(
          json(
              contract.file(),
              contract.title(),
              server.url(),
              standIn.verification(),
              Map.of("answers", JsonNumber.of(standIn.answers()))));
      return;
    }
    var out = console.out();
    out.println(
        contract.title().equals(contract.file())
            ? contract.file()
            : contract.title() + "   " + contract.file());
    out.println("  answers at  " + server.url());
    out.println("  " + standIn.answers() + " recorded answers");
    out.println("  " + told(standIn.verification()));
    rows(standIn.requests());
  }

  void add(GraphQlStandIn standIn, HttpServer server) {
    String file = standIn.contract().file();
    String url = server.url() + GraphQlStandIn.PATH;
    if (isJson) {
      told.add(json(file, file, url, new Verification.Never(), Map.of()));
      return;
    }
    var out = console.out();
    out.println(file);
    out.println("  answers at  " + url);
    out.println("  " + console.style().bad(new Verification.Never().sentence()));
    rows(
        standIn.roles().entrySet().stream()
            .map(each -> each.getKey() + "  " + each.getValue())
            .toList());
  }

  /// @param bootstrap where the broker is
  void add(MessageStandIn standIn, HttpServer server, String bootstrap) {
    AsyncApiContract contract = standIn.contract();
    if (isJson) {
      told.add(
          json(
              contract.file(),
              contract.title(),
              server.url(),
              new Verification.Never(),
              Map.of(
                  "kafka",
                  new JsonString(bootstrap),
                  "admin",
                  new JsonString(server.url() + KafkaAdministration.PATH),
                  "operations",
                  JsonNumber.of(standIn.plays().size()))));
      return;
    }
    var out = console.out();
    out.println(contract.title() + " " + contract.version() + "   " + contract.file());
    out.println("  Kafka at    " + bootstrap);
    out.println("  answers at  " + server.url() + KafkaAdministration.PATH);
    out.println(
        "  seed "
            + standIn.settings().seed()
            + ", "
            + standIn.plays().size()
            + " operations, as "
            + (standIn.settings().isCounterpart()
                ? "those who talk to the contract's system"
                : "the contract's system"));
    out.println("  " + console.style().bad(new Verification.Never().sentence()));
    rows(
        standIn.plays().stream()
            .map(
                play ->
                    play.id()
                        + (play.isSending() ? "  sends on  " : "  takes from  ")
                        + play.shownTopic())
            .toList());
  }

  private void rows(List<String> rows) {
    var out = console.out();
    rows.stream().limit(MAX_SHOWN).forEach(row -> out.println("    " + row));
    if (rows.size() > MAX_SHOWN) {
      out.println("    and " + (rows.size() - MAX_SHOWN) + " more");
    }
    out.println();
  }

  void tell() {
    console.out().println(isJson ? JsonText.pretty(new JsonArray(told)) : "ctrl-C ends it");
    console.out().flush();
  }

  /// Red unless it may be relied on.
  private String told(Verification verification) {
    return verification.isTrusted()
        ? console.style().good(verification.sentence())
        : console.style().bad(verification.sentence());
  }

  private static JsonValue json(
      String file,
      String title,
      String url,
      Verification verification,
      Map<String, JsonValue> counted) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("contract", new JsonString(file));
    members.put("title", new JsonString(title));
    members.put("url", new JsonString(url));
    members.putAll(new TreeMap<>(counted));
    members.put("verified", JsonBoolean.of(verification.isTrusted()));
    members.put("verification", new JsonString(verification.sentence()));
    return new JsonObject(members);
  }

  private static JsonValue json(StandIn standIn, StandInServer server) {
    OpenApiContract contract = standIn.contract();
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("contract", new JsonString(contract.file()));
    members.put("title", new JsonString(contract.title()));
    members.put("version", new JsonString(contract.version()));
    members.put("url", new JsonString(server.url() + contract.basePath()));
    members.put("admin", new JsonString(server.url() + server.adminPath()));
    members.put("seed", JsonNumber.of(standIn.settings().seed()));
    members.put("operations", JsonNumber.of(contract.operations().size()));
    members.put("verified", JsonBoolean.of(standIn.verification().isTrusted()));
    members.put("verification", new JsonString(standIn.verification().sentence()));
    return new JsonObject(members);
  }

  private void lines(StandIn standIn, StandInServer server) {
    OpenApiContract contract = standIn.contract();
    var out = console.out();
    out.println(contract.title() + " " + contract.version() + "   " + contract.file());
    out.println("  answers at  " + server.url() + contract.basePath());
    out.println("  state at    " + server.url() + server.adminPath() + "/state");
    out.println(
        "  seed "
            + standIn.settings().seed()
            + ", "
            + contract.operations().size()
            + " operations");
    out.println("  " + told(standIn.verification()));
    contract.operations().stream()
        .limit(MAX_SHOWN)
        .forEach(operation -> out.println("    " + line(operation, standIn)));
    int more = contract.operations().size() - MAX_SHOWN;
    if (more > 0) {
      out.println("    and " + more + " more");
    }
    out.println();
  }

  private static String line(HttpOperation operation, StandIn standIn) {
    OperationPlan plan = standIn.resources().plan(operation);
    String role = plan.role() == Role.OTHER ? "" : plan.role().name().toLowerCase(Locale.ROOT);
    String what = operation.responses().isEmpty() ? "documents no response: answers 200" : role;
    return String.format(
            Locale.ROOT, "%-7s %-48s %s", operation.method(), operation.path().text(), what)
        .stripTrailing();
  }
}
