package dev.concordat.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.Callback;
import dev.concordat.contracts.http.LinkSpec;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.RuntimeExpression;
import dev.concordat.contracts.http.RuntimeExpression.Side;
import dev.concordat.contracts.http.RuntimeText;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Callbacks, webhooks and links.
class OutgoingTest {
  private static final String SHOP =
      """
      openapi: 3.1.0
      info: {title: t, version: '1'}
      paths:
        /subscriptions:
          post:
            operationId: subscribe
            callbacks:
              onEvent:
                '{$request.body#/url}/events?id={$response.body#/id}': {$ref: '#/components/pathItems/Event'}
            responses:
              '201':
                description: made
                links:
                  Self:
                    operationId: getSubscription
                    parameters: {path.id: $response.body#/id, depth: 5}
                  Again: {$ref: '#/components/links/Again'}
        /subscriptions/{id}:
          get:
            operationId: getSubscription
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
              - {name: depth, in: query, schema: {type: integer}}
            responses: {'200': {description: ok}}
      webhooks:
        shipped:
          post:
            requestBody:
              required: true
              content: {application/json: {schema: {type: object, required: [id]}}}
            responses: {'204': {description: thanks}}
      components:
        links:
          Again:
            operationRef: '#/paths/~1subscriptions/post'
            requestBody: $request.body
            server: {url: https://other.example}
        pathItems:
          Event:
            post:
              operationId: event
              requestBody:
                content: {application/json: {schema: {type: object, required: [kind]}}}
              responses: {'200': {description: ok}}
      """;

  @Test
  void callbacksAreReadThroughReferencesWithTheirAddresses() {
    // When
    OpenApiContract contract = Texts.contract(SHOP);

    // Then
    assertThat(contract.problems()).isEmpty();
    List<Callback> callbacks = contract.operation("subscribe").orElseThrow().callbacks();
    assertThat(callbacks).hasSize(1);
    assertThat(callbacks.getFirst().operation().id()).isEqualTo("event");
    assertThat(callbacks.getFirst().url().pieces())
        .containsExactly(
            new RuntimeText.Piece.Expression(new RuntimeExpression.Body(Side.REQUEST, "/url")),
            new RuntimeText.Piece.Literal("/events?id="),
            new RuntimeText.Piece.Expression(new RuntimeExpression.Body(Side.RESPONSE, "/id")));
  }

  @Test
  void linksSayWhereTheyLeadAndWhatTheyGive() {
    // When
    List<LinkSpec> links =
        Texts.contract(SHOP).operation("subscribe").orElseThrow().responses().getFirst().links();

    // Then
    assertThat(links)
        .extracting(LinkSpec::operation)
        .containsExactly(Optional.of("getSubscription"), Optional.of("subscribe"));
    assertThat(links.getFirst().parameters())
        .extracting(LinkSpec.Argument::in, LinkSpec.Argument::value)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                Optional.of(ParameterLocation.PATH),
                new LinkSpec.Content.Taken(new RuntimeExpression.Body(Side.RESPONSE, "/id"))),
            org.assertj.core.api.Assertions.tuple(
                Optional.empty(), new LinkSpec.Content.Constant(new JsonNumber("5"))));
    assertThat(links.getLast().server()).contains("https://other.example");
    assertThat(links.getLast().body())
        .contains(new LinkSpec.Content.Taken(new RuntimeExpression.Body(Side.REQUEST, "")));
  }

  @Test
  void whatAWebhookSendsAndIsAnsweredIsJudged() {
    // Given
    var judge = new OutgoingJudge(Texts.contract(SHOP));
    var request = Texts.post("/anywhere", "application/json", "{}");

    // When
    List<Breach> sent = judge.judgeWebhookRequest("shipped", request);
    List<Breach> answered = judge.judgeWebhookResponse("shipped", request, Texts.answer(500, ""));

    // Then
    assertThat(sent).extracting(Breach::kind).containsExactly(Breach.Kind.BAD_REQUEST_BODY);
    assertThat(answered).extracting(Breach::kind).containsExactly(Breach.Kind.UNDOCUMENTED_STATUS);
  }

  @Test
  void whatACallbackSendsIsJudged() {
    // Given
    var judge = new OutgoingJudge(Texts.contract(SHOP));

    // When
    List<Breach> good =
        judge.judgeCallbackRequest(
            "subscribe", "onEvent", Texts.post("/x", "application/json", "{\"kind\": 1}"));
    List<Breach> bad = judge.judgeCallbackRequest("subscribe", "onEvent", Texts.get("/x"));

    // Then
    assertThat(good).isEmpty();
    assertThat(bad).extracting(Breach::kind).containsExactly(Breach.Kind.METHOD_NOT_ALLOWED);
  }

  @Test
  void webhooksAndCallbacksAreNoOperationsOfTheProvider() {
    // When
    OpenApiContract contract = Texts.contract(SHOP);

    // Then
    assertThat(contract.operations()).hasSize(2);
    assertThat(contract.route("POST", "/shipped")).isEmpty();
  }

  @Nested
  class Failures {
    private static List<Problem> problems(String operation) {
      return Texts.contract(
              """
              openapi: 3.1.0
              info: {title: t, version: '1'}
              paths:
                /a:
                  get:
                    operationId: getA
              """
                  + operation.indent(6))
          .problems();
    }

    @Test
    void linksThatLeadNowhereAreToldWithAGuess() {
      // When
      List<Problem> problems =
          problems(
              """
              responses:
                '200':
                  description: ok
                  links:
                    a: {operationId: getB}
                    b: {operationRef: '#/paths/~1b/get'}
                    c: {}
                    d: {operationId: getA, parameters: {x: $request.nothing, y: 1}}
              """);

      // Then
      assertThat(problems)
          .extracting(Problem::rule)
          .containsExactlyInAnyOrder(
              "contract/dangling-link",
              "contract/dangling-reference",
              "contract/bad-link",
              "contract/bad-runtime-expression",
              "contract/unknown-link-parameter");
      assertThat(problems)
          .filteredOn(it -> it.rule().equals("contract/dangling-link"))
          .extracting(Problem::fix)
          .containsExactly("Did you mean \"getA\"?");
    }

    @Test
    void aCallbackThatContainsItselfIsReadOnce() {
      // When
      OpenApiContract contract =
          Texts.contract(
              """
              openapi: 3.1.0
              info: {title: t, version: '1'}
              paths:
                /a:
                  get:
                    operationId: getA
                    responses: {'200': {description: ok}}
                    callbacks: {round: {$ref: '#/components/callbacks/round'}}
              components:
                callbacks:
                  round:
                    '{$url}':
                      post:
                        operationId: postBack
                        responses: {'200': {description: ok}}
                        callbacks: {round: {$ref: '#/components/callbacks/round'}}
              """);

      // Then
      assertThat(contract.problems()).isEmpty();
      Callback callback = contract.operations().getFirst().callbacks().getFirst();
      assertThat(callback.operation().callbacks()).isEmpty();
    }

    @Test
    void expressionsThatAreNoneAreTold() {
      assertThat(RuntimeExpression.parse("$request.body#/a/b~1c")).isPresent();
      assertThat(RuntimeExpression.parse("$response.body#"))
          .isEqualTo(RuntimeExpression.parse("$response.body"));
      assertThat(RuntimeExpression.parse("$request.header.X-Id"))
          .contains(new RuntimeExpression.Header(Side.REQUEST, "X-Id"));
      for (String text :
          List.of(
              "$request",
              "$request.",
              "$request.body#a",
              "$request.body#/~2",
              "$request.header.a b",
              "$request.query.",
              "$response.body/a",
              "$inputs.a",
              "url",
              "$url.x")) {
        assertThat(RuntimeExpression.parse(text)).as(text).isEmpty();
      }
    }
  }
}
