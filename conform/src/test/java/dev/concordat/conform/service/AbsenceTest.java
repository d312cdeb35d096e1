package dev.concordat.conform.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.Conformance;
import dev.concordat.conform.run.Limits;
import dev.concordat.conform.service.http.Request;
import dev.concordat.conform.service.http.Response;
import dev.concordat.conform.service.http.SmallServer;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.wire.caller.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// When an id that nobody made must be unknown, and when nobody can tell.
class AbsenceTest {
  private static final int REQUESTS = 60;
  private static final String FOUND = "conform/absent-answered";

  /// Transfers can be read by id, and nothing shows which there are.
  private static final String TRANSFERS =
      """
      openapi: 3.1.0
      info: {title: Transfers, version: '1'}
      paths:
        /transfers/{id}:
          get:
            operationId: getTransfer
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses:
              '200': {description: one, content: {application/json: {schema: {type: object, properties: {MEMBER: {type: string}}}}}}
              'ABSENT': {description: none}
      """;

  private static final String LISTED =
      TRANSFERS
          + """
            /transfers:
              get:
                operationId: listTransfers
                responses:
                  '200': {description: all, content: {application/json: {schema: {type: array, items: {type: object}}}}}
          """;

  private static String transfers(String member, String absent) {
    return TRANSFERS.replace("MEMBER", member).replace("ABSENT", absent);
  }

  private static Response json(String body) {
    return Response.of(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private static String id(Request request) {
    return request.path().substring(request.path().lastIndexOf('/') + 1);
  }

  private static Response whatWasAsked(Request request) {
    return json("{\"id\":\"%s\"}".formatted(id(request)));
  }

  private static List<String> found(String yaml, Function<Request, Response> answers) {
    OpenApiContract contract = Contracts.of("transfers.yaml", yaml);
    try (var server = SmallServer.start(answers)) {
      var options =
          ConformOptions.of(Endpoint.of(server.address(), false), 1)
              .with(Limits.USUAL.withRequests(REQUESTS).withoutFuzzing());
      return new Conformance(contract, options, event -> {})
          .run().findings().stream().map(ConformFinding::rule).map(rule -> rule.id()).toList();
    }
  }

  @Test
  void whatIsShownUnderTheIdThatWasAskedForMayExist() {
    assertThat(found(transfers("id", "404"), AbsenceTest::whatWasAsked)).doesNotContain(FOUND);
  }

  @Test
  void anotherThingThanTheOneThatWasAskedForIsAnAnswerAboutNothing() {
    assertThat(found(transfers("id", "404"), request -> json("{\"id\":\"first\"}")))
        .contains(FOUND);
  }

  @Test
  void nothingAtAllIsNoThingEither() {
    assertThat(found(transfers("id", "410"), request -> json("{}"))).contains(FOUND);
  }

  @Test
  void whereTheContractHasNoWordForIdsTheyMayBeValuesToAskAbout() {
    assertThat(found(transfers("rate", "404"), request -> json("{\"rate\":\"7\"}")))
        .doesNotContain(FOUND);
  }

  @Test
  void aDefaultAnswerIsNoWordForWhatIsNotThere() {
    assertThat(found(transfers("id", "default"), request -> json("{\"id\":\"first\"}")))
        .doesNotContain(FOUND);
  }

  @Test
  void whatCanBeListedIsKnownWhateverTheAnswerShows() {
    String yaml = LISTED.replace("MEMBER", "id").replace("ABSENT", "default");
    assertThat(
            found(
                yaml,
                request ->
                    request.path().endsWith("/transfers")
                        ? json("[{\"id\":\"first\"}]")
                        : whatWasAsked(request)))
        .contains(FOUND);
  }

  @Test
  void aListOfWhatBelongsToAnUnknownIdIsEmpty() {
    String yaml =
        LISTED
            .replace("ABSENT", "404")
            .replace("{type: object, properties: {MEMBER: {type: string}}}", "{type: array}");
    assertThat(found(yaml, request -> json("[]"))).doesNotContain(FOUND);
  }

  @Test
  void aPutForWhichNoStatusSaysThatAThingIsNotThereMayMakeIt() {
    String yaml =
        LISTED
            .replace("  get:\n      operationId: getT", "  put:\n      operationId: putT")
            .replace("MEMBER", "id")
            .replace("ABSENT", "400");
    assertThat(
            found(
                yaml,
                request ->
                    request.path().endsWith("/transfers") ? json("[]") : whatWasAsked(request)))
        .doesNotContain(FOUND);
  }
}
