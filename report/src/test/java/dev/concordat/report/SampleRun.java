package dev.concordat.report;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Incident;
import dev.concordat.model.finding.Proof;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.finding.Side;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.place.Place;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.CaseResult.Kind;
import dev.concordat.model.run.CaseResult.Outcome;
import dev.concordat.model.run.LinkView;
import dev.concordat.model.run.Measures;
import dev.concordat.model.run.PartView;
import dev.concordat.model.run.RunReport;
import dev.concordat.model.run.SystemView;
import dev.concordat.model.run.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs to write reports of: one with findings, one that holds, one whose environment failed.
public final class SampleRun {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final Rule WRONG_TYPE =
      new Rule(
          "conform/wrong-type",
          Proof.CONFORM,
          "A value has another type than the contract says",
          "The receiver decodes what the contract promises; another type fails there.",
          "Serialise the value as the contract says.");
  private static final Rule MESSAGE_MISSING =
      new Rule(
          "flows/message-missing",
          Proof.FLOWS,
          "A message that the flow waits for never came",
          "Whoever waits for it waits for ever.",
          "Publish the message after the commit.");
  private static final String CHARGE = "payments.createCharge#1";
  private static final String FLOW = "flow:checkout.flow.yaml#1";

  private SampleRun() {}

  public static RunReport holding() {
    return run(List.of(), List.of(), Outcome.HELD);
  }

  public static RunReport troubled() {
    Trouble trouble =
        new Trouble(
            Trouble.Kind.ENVIRONMENT,
            "orders",
            "orders ended with exit code 1 while it was starting",
            "read its last lines; the whole log is in runs/r1/logs/orders.log",
            List.of("Exception in thread \"main\" <boom>", "\tat com.example.Main.main"));
    return run(List.of(), List.of(trouble), Outcome.SKIPPED);
  }

  public static RunReport broken() {
    Finding type =
        new Finding(
            WRONG_TYPE,
            "payments",
            Side.PROVIDER,
            "payments answered against its own contract",
            Optional.of(new LinkName("orders", "payments")),
            "payments.createCharge",
            "/amount",
            "amount is the number 10.1, the contract wants a string",
            Optional.of(
                new Sentence(
                    new Place("payments/openapi.yaml", 88, 11, "/components"),
                    "amount: {type: string, format: decimal}")),
            Optional.of(new Comparison("a string", "10.1")),
            CHARGE,
            Optional.of("x2"));
    Finding missing =
        new Finding(
            MESSAGE_MISSING,
            "orders",
            Side.PUBLISHER,
            "orders publishes it",
            Optional.empty(),
            "events.orders.confirmed",
            "",
            "no message with orderId o-1 came within 3 s",
            Optional.of(
                new Sentence(
                    new Place("flows/checkout.flow.yaml", 12, 5, "/steps/1"),
                    "receive: events.orderConfirmed")),
            Optional.empty(),
            FLOW,
            Optional.empty());
    return run(
        List.of(
            new Incident(
                "7f3a91",
                new Owner("team-payments", "CODEOWNERS:4 /payments/"),
                type,
                List.of(type),
                14,
                List.of(missing)),
            new Incident(
                "a0b1c2",
                new Owner("team-checkout", "catalog-info.yaml:12 spec.owner"),
                missing,
                List.of(missing),
                1,
                List.of())),
        List.of(),
        Outcome.BROKE);
  }

  private static RunReport run(List<Incident> incidents, List<Trouble> troubles, Outcome outcome) {
    LinkView.State state = incidents.isEmpty() ? LinkView.State.HOLDS : LinkView.State.BROKEN;
    return new RunReport(
        "r1",
        "examples/shop",
        42,
        START,
        Duration.ofMillis(6400),
        Duration.ofMillis(21_340),
        List.of(
            system("storefront", "team-web", SystemView.Kind.STAND_IN, "node is missing here"),
            system("orders", "team-checkout", SystemView.Kind.PROCESS, ""),
            system("payments", "team-payments", SystemView.Kind.PROCESS, ""),
            system("stock", "team-warehouse", SystemView.Kind.PROCESS, ""),
            system("notifications", "team-notify", SystemView.Kind.PROCESS, "")),
        List.of(
            new PartView(
                "orders-db", "PostgreSQL 16.15", "127.0.0.1:5/orders", Duration.ofMillis(400)),
            new PartView(
                "stock-db", "PostgreSQL 16.15", "127.0.0.1:5/stock", Duration.ofMillis(400)),
            new PartView("events", "Kafka 4.3.1", "127.0.0.1:6", Duration.ofMillis(1900))),
        List.of(
            new LinkView("storefront", "orders", "HTTP", 12, LinkView.State.HOLDS),
            new LinkView("storefront", "stock", "HTTP", 0, LinkView.State.UNSEEN),
            new LinkView("orders", "payments", "HTTP", 30, state),
            new LinkView("orders", "stock", "HTTP", 31, LinkView.State.HOLDS),
            new LinkView("orders", "orders-db", "PostgreSQL", 90, LinkView.State.HOLDS),
            new LinkView("stock", "stock-db", "PostgreSQL", 70, LinkView.State.HOLDS),
            new LinkView("orders", "events", "orders.confirmed", 9, LinkView.State.HOLDS),
            new LinkView("events", "notifications", "orders.confirmed", 9, LinkView.State.HOLDS)),
        List.of(
            caseOf(CHARGE, "createCharge: minimal request", "payments", Kind.CONTRACT, outcome),
            caseOf(
                "payments.createCharge#2",
                "createCharge: minimal request",
                "payments",
                Kind.CONTRACT,
                Outcome.HELD),
            caseOf(FLOW, "an order is confirmed", "checkout.flow.yaml", Kind.FLOW, outcome)),
        incidents,
        troubles,
        Map.of(CHARGE, exchanges(), FLOW, exchanges()),
        Measures.NONE,
        List.of("storefront is a stand-in: node is missing here"));
  }

  private static SystemView system(String name, String team, SystemView.Kind kind, String note) {
    return new SystemView(
        name,
        new Owner(team, "catalog-info.yaml:3 spec.owner"),
        kind,
        List.of(name + "/openapi.yaml"),
        "http://127.0.0.1:40000",
        Duration.ofMillis(700),
        note);
  }

  private static CaseResult caseOf(
      String id, String name, String group, Kind kind, Outcome outcome) {
    return new CaseResult(
        id,
        name,
        group,
        kind,
        new Place(group.endsWith("yaml") ? "flows/" + group : group + "/openapi.yaml", 30, 3, ""),
        outcome,
        "the smallest request that the contract allows",
        Duration.ofMillis(12),
        kind == Kind.FLOW ? List.of("critical") : List.of(),
        List.of(new CaseResult.Step("call orders.placeOrder", Outcome.HELD, "201 in 12 ms")));
  }

  private static List<Exchange> exchanges() {
    Map<String, Optional<String>> columns = new LinkedHashMap<>();
    columns.put("id", Optional.of("o-1"));
    columns.put("note", Optional.empty());
    return List.of(
        http(
            "x1",
            "concordat",
            "orders",
            "POST",
            "/orders",
            0,
            201,
            "{\"id\":\"o-1\",\"total\":\"10.10\"}"),
        http(
            "x2",
            "orders",
            "payments",
            "POST",
            "/charges",
            3,
            201,
            "{\"amount\":10.1,\"note\":\"<script>alert(1)</script>\"}"),
        new RowChange(
            "x3", "orders-db", "orders", RowChange.Kind.INSERT, START.plusMillis(8), columns),
        new MessageDelivery(
            "x4",
            "events",
            "orders.confirmed",
            0,
            7,
            START.plusMillis(9),
            START.plusMillis(12),
            Optional.of("4bf92f3577b34da6a3ce929d0e0e4736"),
            Optional.of(Bytes.utf8("o-1")),
            Optional.of(Bytes.utf8("{\"orderId\":\"o-1\"}")),
            List.of()));
  }

  private static HttpExchange http(
      String id,
      String from,
      String to,
      String method,
      String path,
      long after,
      int status,
      String body) {
    List<Header> headers = List.of(new Header("content-type", "application/json"));
    return new HttpExchange(
        id,
        new LinkName(from, to),
        START.plusMillis(after),
        Duration.ofMillis(20 - 2 * after),
        Optional.of("4bf92f3577b34da6a3ce929d0e0e4736"),
        new HttpRequestMessage(method, path, headers, Bytes.utf8("{\"sku\":\"A1\",\"qty\":2}")),
        Optional.of(new HttpResponseMessage(status, headers, Bytes.utf8(body))),
        Optional.empty());
  }
}
