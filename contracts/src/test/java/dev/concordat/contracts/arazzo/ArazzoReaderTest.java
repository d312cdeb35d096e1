package dev.concordat.contracts.arazzo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.stub.Golden;
import dev.concordat.contracts.stub.Texts;
import dev.concordat.contracts.tree.Document;
import dev.concordat.model.json.JsonString;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ArazzoReaderTest {
  private static Document document(String text) {
    return Texts.document("checkout.arazzo.yaml", text);
  }

  @Test
  void readsWorkflowsOfOperationsAndMessages() {
    // Given
    Document document =
        document(
            """
            arazzo: 1.1.0
            $self: https://shop.example/checkout.arazzo.yaml
            info: {title: Checkout, version: 1.0.0, x-owner: team-checkout}
            sourceDescriptions:
              - {name: orders, url: ./orders/openapi.yaml, type: openapi}
              - {name: events, url: ./orders/asyncapi.yaml, type: asyncapi}
            components:
              parameters:
                key: {name: Idempotency-Key, in: header, value: $inputs.key}
              failureActions:
                again:
                  name: again
                  type: retry
                  retryAfter: 0.5
                  retryLimit: 3
                  criteria: [{condition: $statusCode == 503}]
            workflows:
              - workflowId: checkout
                inputs: {type: object, properties: {key: {type: string}}}
                failureActions: [{reference: $components.failureActions.again}]
                steps:
                  - stepId: place
                    operationId: $sourceDescriptions.orders.createOrder
                    parameters:
                      - reference: $components.parameters.key
                        value: fixed
                      - name: sku
                        in: query
                        value: {context: $inputs.cart, selector: "$[0].sku", type: jsonpath}
                    requestBody:
                      contentType: application/json
                      payload: {qty: 2, total: 10.10, note: "for {$inputs.key}"}
                      replacements:
                        - {target: /qty, value: $inputs.qty, targetSelectorType: jsonpointer}
                    successCriteria:
                      - condition: $statusCode == 201
                      - {context: $response.body, condition: "$[?@.id]", type: jsonpath}
                      - context: $response.header.Location
                        condition: ^/orders/
                        type: regex
                      - context: $response.body
                        condition: /order
                        type: {type: xpath, version: xpath-30}
                    onSuccess: [{name: done, type: goto, stepId: confirmed}]
                    outputs: {id: $response.body#/id}
                  - stepId: confirmed
                    operationId: $sourceDescriptions.events.orderConfirmed
                    action: receive
                    correlationId: $steps.place.outputs.id
                    timeout: 6000
                    dependsOn: [place]
                    outputs: {total: $message.payload#/total}
                  - stepId: published
                    channelPath: "{$sourceDescriptions.events.url}#/channels/orders"
                    action: send
                outputs: {total: $steps.confirmed.outputs.total}
              - workflowId: twice
                dependsOn: [checkout]
                steps:
                  - {stepId: again, workflowId: checkout,
                     parameters: [{name: key, value: k1}]}
                  - {stepId: read,
                     operationPath: "{$sourceDescriptions.orders.url}#/paths/~1orders/get"}
            """);

    // When
    var contract = (ArazzoContract) new ContractReader(Path.of(".")).read(document);

    // Then
    assertThat(contract.kind()).isEqualTo(ContractKind.ARAZZO);
    assertThat(contract.problems()).isEmpty();
    assertThat(contract.title()).isEqualTo("Checkout");
    assertThat(contract.owner()).hasValueSatisfying(o -> assertThat(o.team()).contains("team"));
    assertThat(contract.sources())
        .extracting(source -> source.name() + " " + source.type())
        .containsExactly("orders OPENAPI", "events ASYNCAPI");
    Workflow checkout = contract.workflow("checkout").orElseThrow();
    assertThat(checkout.failureActions())
        .singleElement()
        .satisfies(
            action -> {
              assertThat(action.type()).isEqualTo(Action.Type.RETRY);
              assertThat(action.retryAfter()).contains(Duration.ofMillis(500));
              assertThat(action.retryLimit()).contains(3);
            });
    Step place = checkout.steps().getFirst();
    assertThat(place.target())
        .isEqualTo(
            new StepTarget.Operation("$sourceDescriptions.orders.createOrder", Optional.empty()));
    assertThat(place.parameters().getFirst().value())
        .isInstanceOfSatisfying(
            Value.Given.class,
            given -> assertThat(given.json()).isEqualTo(new JsonString("fixed")));
    assertThat(place.parameters().getFirst().location()).isEqualTo(Parameter.Location.HEADER);
    assertThat(place.parameters().getLast().value()).isInstanceOf(Value.Selected.class);
    assertThat(place.payload())
        .hasValueSatisfying(
            payload -> {
              assertThat(payload.value().orElseThrow().toString()).contains("10.10");
              assertThat(payload.replacements()).hasSize(1);
            });
    assertThat(place.successCriteria())
        .extracting(criterion -> criterion.language().kind())
        .containsExactly(
            Language.Kind.SIMPLE, Language.Kind.JSONPATH, Language.Kind.REGEX, Language.Kind.XPATH);
    assertThat(place.outputs()).extracting(Output::name).containsExactly("id");
    Step confirmed = checkout.steps().get(1);
    assertThat(confirmed.target())
        .isEqualTo(
            new StepTarget.Operation(
                "$sourceDescriptions.events.orderConfirmed",
                Optional.of(StepTarget.Direction.RECEIVE)));
    assertThat(confirmed.timeout()).contains(Duration.ofSeconds(6));
    assertThat(confirmed.place().line()).isEqualTo(46);
    assertThat(checkout.steps().getLast().target()).isInstanceOf(StepTarget.Channel.class);
    assertThat(contract.workflow("twice").orElseThrow().steps())
        .extracting(step -> step.target().getClass().getSimpleName())
        .containsExactly("OtherWorkflow", "OperationPath");
  }

  @Nested
  class Failures {
    @Test
    void tellsWhatIsWrongAndReadsTheRest() throws IOException {
      // Given
      Document document =
          document(
              """
              arazzo: 2.0.0
              info: {title: Broken}
              sourceDescriptions:
                - {name: orders, url: a.yaml, type: openapy}
                - {name: orders}
              workflows:
                - workflowId: one
                  dependsOn: [onee]
                  step: []
                  steps:
                    - stepId: first
                      operationId: $sourceDescriptions.ordrs.get
                      operationPath: x
                      timeout: soon
                      parameters:
                        - {reference: $components.parameters.none}
                        - {name: a, in: body, value: $steps.second.outputs.x}
                        - {name: b, in: query}
                      successCriteria:
                        - {condition: "(", context: $response.bodi, type: regex}
                        - {condition: x, type: jsonpath}
                        - {type: simpel}
                      onSuccess:
                        - {name: jump, type: jump}
                        - {name: go, type: goto, stepId: secnd}
                      outputs: {"a b": $reponse.body}
                    - stepId: second
                    - {stepId: second, workflowId: two, action: listen}
                - {}
              """);

      // When
      ArazzoContract contract = ArazzoReader.read(document);

      // Then
      assertThat(contract.workflows()).hasSize(2);
      assertThat(contract.workflows().getFirst().steps()).hasSize(3);
      Golden.assertProblems(getClass(), "problems.golden", document, contract.problems());
    }
  }
}
