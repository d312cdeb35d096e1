package dev.concordat.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.engine.flow.FlowReader.FlowFile;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FlowReaderTest {
  private static final String CHECKOUT =
      """
      flow: an order is confirmed and stock is reserved
      tags: [critical]
      given:
        - sku in stock: {sku: A1, left: 5}
      steps:
        - id: place
          call: orders.createOrder
          with: {sku: $given.sku.sku, qty: 2, customer: ~new uuid}
          expect: {status: 201, within: 2s, headers: {Location: ~starts with /}, body: {id: ~uuid}}
        - id: event
          receive: events.orderConfirmed
          where: {orderId: $place.body.id}
          within: 3s
          expect: {payload: {qty: 2, total: ~number > 0}}
        - row: orders-db.orders
          where: {id: $place.body.id}
          expect: {status: CONFIRMED, total: $event.payload.total}
        - never: events.orderCancelled
          where: {orderId: $place.body.id}
          for: 500ms
          when: $place.status == 201
      budget: {runs: 59, place: p95 < 150ms}
      """;

  @Test
  void readsEveryKindOfStep() {
    // When
    FlowFile file = read(CHECKOUT);

    // Then
    assertThat(file.problems()).isEmpty();
    Flow flow = file.flow().orElseThrow();
    assertThat(flow.isCritical()).isTrue();
    assertThat(flow.steps())
        .extracting(Step::title)
        .containsExactly(
            "call orders.createOrder",
            "receive events.orderConfirmed",
            "row orders-db.orders",
            "never events.orderCancelled");
    assertThat(((Step.Receive) flow.steps().get(1)).within()).isEqualTo(Duration.ofSeconds(3));
    assertThat(((Step.Call) flow.steps().get(0)).answerWithin()).contains(Duration.ofSeconds(2));
    assertThat(flow.budget())
        .extracting(Budget::limit)
        .containsExactly(Optional.of(Duration.ofMillis(150)));
    assertThat(flow.steps().get(2).heading().sentence().place().line()).isEqualTo(15);
  }

  @Test
  void makesACaseOfEveryRowOfTheTable() {
    // When
    FlowFile file =
        read(
            """
            flow: notes survive
            each:
              - {case: an emoji, note: "Zoë 😀"}
              - {note: plain}
            steps:
              - call: orders.setNote
                with: {note: $each.note}
            """);

    // Then
    assertThat(file.problems()).isEmpty();
    assertThat(file.flow().orElseThrow().rows())
        .extracting(Flow.Row::label)
        .containsExactly("an emoji", "{\"note\":\"plain\"}");
  }

  @Test
  void readsFaultsOfTheFlowAndOfAStep() {
    // When
    FlowFile file =
        read(
            """
            flow: x
            faults:
              - {on: orders -> stock.reserve, fault: {latency: 3s}, times: 2}
              - {on: orders -> payments, fault: reset, direction: request}
            steps:
              - call: orders.createOrder
                faults: [{on: concordat -> orders, fault: {status: 503}}]
            always:
              - call: orders.listOrders
            """);

    // Then
    assertThat(file.problems()).isEmpty();
    Flow flow = file.flow().orElseThrow();
    assertThat(flow.faults())
        .extracting(FlowFault::title)
        .containsExactly(
            "{\"fault\":{\"latency\":\"3s\"},\"times\":2} on orders → stock.reserve",
            "{\"fault\":\"reset\",\"direction\":\"request\"} on orders → payments");
    assertThat(flow.steps().getFirst().heading().faults())
        .extracting(FlowFault::title)
        .containsExactly("{\"status\":503} on concordat → orders");
    assertThat(flow.always()).extracting(Step::title).containsExactly("call orders.listOrders");
  }

  @Test
  void generatedValuesDependOnTheSeedAndThePlaceOnly() {
    // Given
    Step.Call call = (Step.Call) read(CHECKOUT).flow().orElseThrow().steps().getFirst();
    Template customer = Objects.requireNonNull(call.with().members().get("customer"));

    // When
    List<String> made =
        List.of("7", "7", "8").stream()
            .map(seed -> Templates.fill(customer, new Scope(java.util.Map.of(), seed)).toString())
            .toList();

    // Then
    assertThat(made.get(0)).isEqualTo(made.get(1)).isNotEqualTo(made.get(2));
  }

  @Nested
  class Mistakes {
    @Test
    void anUnknownKeyIsNamedWithItsPlaceAndAGuess() {
      assertThat(
              messages(
                  """
                  flow: x
                  steps:
                    - call: orders.createOrder
                      expct: {status: 201}
                  """))
          .containsExactly("4:5 a call step has no key \"expct\". Did you mean \"expect\"?");
    }

    @Test
    void aFaultSaysWhatItIsAndWhere() {
      assertThat(
              messages(
                  """
                  flow: x
                  faults:
                    - {fault: reset}
                    - {on: orders, fault: reset}
                    - {on: orders -> stock, fault: rest}
                    - {on: orders -> stock.reserve, fault: refuse}
                    - {on: orders -> stock, fault: reset, often: true}
                  steps:
                    - call: orders.createOrder
                  """))
          .satisfiesExactly(
              it -> assertThat(it).startsWith("3:5 the fault does not say on which link it is"),
              it -> assertThat(it).startsWith("4:6 on: orders is no link"),
              it -> assertThat(it).startsWith("5:5 there is no fault 'rest'"),
              it -> assertThat(it).startsWith("6:5 'refuse' is a fault of connections"),
              it -> assertThat(it).startsWith("7:5 a rule has no 'often'"));
    }

    @Test
    void faultsUnderEachHaveALinkInCommon() {
      assertThat(
              messages(
                  """
                  flow: x
                  faults: {each: [reset], times: 2}
                  steps:
                    - call: orders.createOrder
                  """))
          .satisfiesExactly(
              it -> assertThat(it).startsWith("2:25 faults with each has no key \"times\""),
              it -> assertThat(it).startsWith("2:9 the fault does not say on which link it is"));
    }

    @Test
    void aSleepIsAnErrorThatSaysWhatToDoInstead() {
      // When
      FlowFile file =
          read(
              """
              flow: x
              steps:
                - call: orders.createOrder
                  sleep: 2s
              """);

      // Then
      assertThat(file.problems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.rule()).isEqualTo("flow/fixed-sleep");
                assertThat(problem.fix()).contains("within:");
              });
    }

    @Test
    void aSleepStepIsAnErrorToo() {
      assertThat(messages("flow: x\nsteps:\n  - sleep: 2s\n"))
          .contains(
              "3:5 \"sleep\" would make the flow wait a fixed time: too long on a good day, too"
                  + " short on a bad one");
    }

    @Test
    void aReferenceToNothingIsNamed() {
      assertThat(
              messages(
                  """
                  flow: x
                  steps:
                    - id: place
                      call: orders.createOrder
                    - row: orders-db.orders
                      where: {id: $plcae.body.id}
                  """))
          .containsExactly(
              "6:17 $plcae.body.id refers to nothing before it. Did you mean \"place\"?");
    }

    @Test
    void anUnknownMatcherIsNamed() {
      assertThat(
              messages(
                  """
                  flow: x
                  steps:
                    - call: orders.createOrder
                      expect: {body: {id: ~uid, total: ~number above 3}}
                  """))
          .containsExactly(
              "4:25 there is no matcher ~uid. Did you mean \"uuid\"?",
              "4:38 after ~number a comparison such as > 0 is expected, not above 3");
    }

    @Test
    void aStepThatDoesTwoThingsIsUnclear() {
      assertThat(messages("flow: x\nsteps:\n  - {call: a.b, receive: c.d}\n"))
          .containsExactly("3:5 the step does several things: call, receive");
    }

    @Test
    void aFileWithoutStepsSaysSo() {
      assertThat(messages("flow: x\n")).containsExactly("1:1 the file has no steps:");
    }
  }

  private static List<String> messages(String yaml) {
    return read(yaml).problems().stream()
        .map((Problem it) -> it.place().line() + ":" + it.place().column() + " " + it.message())
        .toList();
  }

  static FlowFile read(String yaml) {
    var reader = new DocumentReader(Path.of("."), ReadLimits.defaults());
    return FlowReader.read(reader.parse("x.flow.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }

  static JsonObject json(String text) {
    var reader = new DocumentReader(Path.of("."), ReadLimits.defaults());
    return (JsonObject)
        reader.parse("x.json", text.getBytes(StandardCharsets.UTF_8)).root().toJson();
  }
}
