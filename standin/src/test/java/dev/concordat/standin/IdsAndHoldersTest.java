package dev.concordat.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.OpenApiReader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a thing's id is in what is sent and shown, and what holds the thing.
class IdsAndHoldersTest {
  private static final String PLACES =
      """
      openapi: 3.0.3
      info: {title: Places, version: '1'}
      paths:
        /places:
          get:
            responses: {'200': {description: all, content: {application/json: {schema: {type: array, items: PLACE}}}}}
          post:
            requestBody: {content: {application/json: {schema: PLACE}}}
            responses: {'201': {description: made, content: {application/json: {schema: PLACE}}}}
        /places/{placeId}:
          get:
            parameters: [{name: placeId, in: path, required: true, schema: {type: string}}]
            responses: {'200': {description: one, content: {application/json: {schema: PLACE}}}, '404': {description: none}}
      """;

  private static final String CONSENTS =
      """
      openapi: 3.0.3
      info: {title: Consents, version: '1'}
      paths:
        /consents:
          post:
            requestBody: {content: {application/json: {schema: {type: object, required: [Data, Risk], properties: {Data: {type: object, properties: {Until: {type: string}}}, Risk: {type: object, properties: {Level: {type: string}}}}}}}}
            responses: {'201': {description: made, content: {application/json: {schema: SHOWN}}}}
        /consents/{ConsentId}:
          get:
            parameters: [{name: ConsentId, in: path, required: true, schema: {type: string}}]
            responses: {'200': {description: one, content: {application/json: {schema: SHOWN}}}, '404': {description: none}}
      """;

  private static final String SHOWN =
      "{type: object, required: [Data, Risk], properties: {Data: {type: object, required:"
          + " [ConsentId], properties: {ConsentId: {type: string}, Until: {type: string}}}, Risk:"
          + " {type: object, properties: {Level: {type: string}}}}}";

  private static final String ORDERS =
      """
      openapi: 3.0.3
      info: {title: Orders, version: '1'}
      paths:
        /orders:
          get:
            responses: {'200': {description: all, content: {application/json: {schema: {type: object, properties: {orders: {type: array, items: {type: object, required: [orderIdentifier], properties: {orderIdentifier: {type: integer}}}}}}}}}}
          post:
            requestBody: {content: {application/json: {schema: {type: object}}}}
            responses: {'201': {description: made}}
        /orders/{orderIdentifiers}:
          get:
            parameters: [{name: orderIdentifiers, in: path, required: true, schema: {type: string}}]
            responses: {'200': {description: those, content: {application/json: {schema: {type: array, items: {type: object}}}}}}
      """;

  private static StandIn standIn(String yaml) {
    var documents = new Documents(Path.of("").toAbsolutePath());
    OpenApiContract contract =
        new OpenApiReader(documents)
            .read(documents.parse("odd.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    return new StandIn(contract, StandInSettings.DEFAULT);
  }

  private static HttpResponseMessage send(
      StandIn standIn, String method, String target, String body) {
    List<Header> headers =
        body.isEmpty() ? List.of() : List.of(new Header("Content-Type", "application/json"));
    return standIn
        .serve(new HttpRequestMessage(method, target, headers, Bytes.utf8(body)))
        .message();
  }

  private static String id(HttpResponseMessage made) {
    String location = made.header("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  @Test
  void anIdWithAnExampleIsAnotherForEveryThing() {
    // Given
    String place =
        "{type: object, required: [id], properties: {name: {type: string}, id: {type: string,"
            + " format: uuid, readOnly: true, example: 8d90101b-3f2f-462a-bbb4-1ed320d33bbe}}}";
    StandIn standIn = standIn(PLACES.replace("PLACE", place));

    // When
    HttpResponseMessage one = send(standIn, "POST", "/places", "{\"name\":\"one\"}");
    HttpResponseMessage two = send(standIn, "POST", "/places", "{\"name\":\"two\"}");

    // Then
    assertThat(id(one)).isNotEqualTo(id(two)).startsWith("8d90101b-3f2f-462a-bbb4-");
    assertThat(send(standIn, "GET", "/places/" + id(one), "").body().utf8())
        .contains("\"name\":\"one\"", id(one));
    assertThat(send(standIn, "GET", "/places/" + id(two), "").body().utf8())
        .contains("\"name\":\"two\"", id(two));
  }

  @Test
  void whatIsSentInAHolderWithNeighboursIsRemembered() {
    // Given
    StandIn standIn = standIn(CONSENTS.replace("SHOWN", SHOWN));

    // When
    HttpResponseMessage made =
        send(
            standIn,
            "POST",
            "/consents",
            "{\"Data\":{\"Until\":\"tomorrow\"},\"Risk\":{\"Level\":\"low\"}}");

    // Then
    String read = send(standIn, "GET", "/consents/" + id(made), "").body().utf8();
    assertThat(read)
        .isEqualTo(made.body().utf8())
        .contains("\"ConsentId\":\"" + id(made) + "\"", "\"Until\":\"tomorrow\"")
        .contains("\"Risk\":{\"Level\":\"low\"}");
  }

  @Test
  void thingsThatAreCalledDataAreServedLikeOthers() {
    // Given
    String place =
        "{type: object, required: [id], properties: {id: {type: string, readOnly: true}, name: {type: string}}}";
    StandIn standIn = standIn(PLACES.replace("places", "data").replace("PLACE", place));

    // When
    HttpResponseMessage made = send(standIn, "POST", "/data", "{\"name\":\"one\"}");

    // Then
    assertThat(send(standIn, "GET", "/data/" + id(made), "").body().utf8())
        .contains("\"name\":\"one\"");
  }

  @Test
  void anExampleOfSeveralIdsIsNoThing() {
    // Given
    String example = "name: orderIdentifiers, in: path, required: true, example: 'a;b', ";
    StandIn standIn =
        standIn(ORDERS.replace("name: orderIdentifiers, in: path, required: true, ", example));

    // When
    String listed = send(standIn, "GET", "/orders", "").body().utf8();

    // Then
    assertThat(listed).isEqualTo("{\"orders\":[{\"orderIdentifier\":1},{\"orderIdentifier\":2}]}");
  }

  @Test
  void aPathThatTakesSeveralIdsNamesTheIdOfEach() {
    // Given
    StandIn standIn = standIn(ORDERS);

    // When
    HttpResponseMessage made = send(standIn, "POST", "/orders", "{}");

    // Then
    assertThat(send(standIn, "GET", "/orders", "").body().utf8())
        .contains("{\"orderIdentifier\":" + id(made) + "}");
  }

  @Test
  void aHolderOfWhatClientsSendIsOneWithoutAnIdToo() {
    // Given
    String result =
        "{type: object, required: [code, result], properties: {code: {enum: [2000]}, result: {type:"
            + " object, properties: {label: {type: string, example: usual}}}}}";
    StandIn standIn =
        standIn(
            PLACES
                .replace(
                    "requestBody: {content: {application/json: {schema: PLACE}}}",
                    "requestBody: {content: {application/json: {schema: {type: object, properties:"
                        + " {label: {type: string}}}}}}")
                .replace("{type: array, items: PLACE}", "{type: object}")
                .replace("PLACE", result));

    // When
    HttpResponseMessage made = send(standIn, "POST", "/places", "{\"label\":\"mine\"}");

    // Then
    assertThat(made.body().utf8()).contains("\"result\":{\"label\":\"mine\"}");
    assertThat(
            send(standIn, "GET", made.header("Location").orElse("/places/place-1"), "")
                .body()
                .utf8())
        .contains("\"label\":\"mine\"");
  }

  @Test
  void whatSeveralPartsSayOfAMemberIsCompletedByTheOneThatKnows() {
    // Given
    String place =
        "{allOf: [{type: object, properties: {name: {type: string, example: usual}, daily: {type: object, properties:"
            + " {limit: {type: integer}}}}}, {type: object, required: [id, daily], properties: {id: {type:"
            + " string, readOnly: true}, daily: {type: object, required: [count], properties: {count:"
            + " {type: integer, readOnly: true}}}}}]}";
    StandIn standIn = standIn(PLACES.replace("PLACE", place));

    // When
    HttpResponseMessage made =
        send(standIn, "POST", "/places", "{\"name\":\"mine\",\"daily\":{\"limit\":7}}");

    // Then
    assertThat(made.body().utf8()).contains("\"name\":\"mine\"", "\"limit\":7", "\"count\":");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actions", ""})
  void whatTheLastParameterNamesIsTheThingWhereTheOneBeforeOnlySaysWhose(String start) {
    // Given
    String action =
        "{type: object, required: [id], properties: {id: {type: string, readOnly: true}, url: {type: string}}}";
    StandIn standIn =
        standIn(
            """
            openapi: 3.0.3
            info: {title: Actions, version: '1'}
            paths:
              /actions/{appId}:
                parameters: [{name: appId, in: path, required: true, schema: {type: integer}}]
                get:
                  responses: {'200': {description: all, content: {application/json: {schema: {type: object, required: [results], properties: {results: {type: array, items: ACTION}}}}}}}
                post:
                  requestBody: {content: {application/json: {schema: ACTION}}}
                  responses: {'201': {description: made, content: {application/json: {schema: ACTION}}}}
              /actions/{appId}/{actionId}:
                get:
                  parameters:
                  - {name: appId, in: path, required: true, schema: {type: integer}}
                  - {name: actionId, in: path, required: true, schema: {type: string}}
                  responses: {'200': {description: one, content: {application/json: {schema: ACTION}}}, '404': {description: none}}
            """
                .replace("/actions/", start + "/")
                .replace("ACTION", action));

    // When
    HttpResponseMessage made = send(standIn, "POST", start + "/1", "{\"url\":\"mine\"}");

    // Then
    assertThat(send(standIn, "GET", start + "/1/" + id(made), "").body().utf8())
        .contains("\"url\":\"mine\"");
    assertThat(send(standIn, "GET", start + "/1", "").body().utf8()).contains("\"url\":\"mine\"");
  }
}
