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

/// Contracts that are odd in ways in which those of real providers are.
class OddContractsTest {
  private static final String TICKETS =
      """
      openapi: 3.0.3
      info: {title: Tickets, version: '1'}
      paths:
        /tickets:
          post:
            operationId: create
            requestBody: {content: {application/json: {schema: {type: object, properties: {source: {type: string}}}}}}
            responses:
              '201': {description: made, content: {application/json: {schema: {required: [ticketId], properties: {u_number: {type: string}}}}}}
          get:
            operationId: list
            responses:
              '200': {description: all, content: {application/json: {schema: {type: object, required: [ticketIds], properties: {ticketIds: {type: array, items: {type: string}}}}}}}
        /tickets/{ticketId}:
          get:
            operationId: read
            parameters: [{name: ticketId, in: path, required: true, schema: {type: string}}]
            responses:
              '200': {description: one, content: {application/json: {schema: {type: object, properties: {ticketId: {type: string}, source: {type: string}}}}}}
              '404': {description: none}
          delete:
            operationId: remove
            parameters: [{name: ticketId, in: path, required: true, schema: {type: string}}]
            responses:
              '200': {description: gone, content: {application/json: {schema: IMPOSSIBLE}}}
              '404': {description: none}
      """;

  private static StandIn standIn(String yaml) {
    var documents = new Documents(Path.of("").toAbsolutePath());
    OpenApiContract contract =
        new OpenApiReader(documents)
            .read(documents.parse("tickets.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
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

  @Test
  void anIdThatMustBeThereAndIsNotDescribedIsTheOneThatLocationLeadsTo() {
    // Given
    StandIn standIn = standIn(TICKETS.replace("IMPOSSIBLE", "{}"));

    // When
    HttpResponseMessage made = send(standIn, "POST", "/tickets", "{\"source\":\"desk\"}");

    // Then
    String location = made.header("Location").orElseThrow();
    String id = location.substring(location.lastIndexOf('/') + 1);
    assertThat(made.body().utf8()).contains("\"ticketId\":\"" + id + "\"");
    assertThat(send(standIn, "GET", location, "").body().utf8())
        .contains("\"ticketId\":\"" + id + "\"", "\"source\":\"desk\"");
  }

  @Test
  void aLocationEndsAsThePathsOfSingleThingsDo() {
    // Given
    StandIn standIn =
        standIn(TICKETS.replace("IMPOSSIBLE", "{}").replace("{ticketId}:", "{ticketId}/:"));

    // When
    String location = send(standIn, "POST", "/tickets", "{}").header("Location").orElseThrow();

    // Then
    assertThat(location).endsWith("/");
    assertThat(send(standIn, "GET", location, "").status()).isEqualTo(200);
  }

  @Test
  void whereOnlyRefusalsAreDocumentedNobodyIsAskedForCredentialsThatWereShown() {
    // Given
    StandIn standIn =
        standIn(
            TICKETS
                .replace("IMPOSSIBLE", "{}")
                .replace(
                    "'201': {description: made",
                    "'401': {description: who}\n        '402': {description: made"));

    // When
    HttpResponseMessage answer = send(standIn, "POST", "/tickets", "{}");

    // Then
    assertThat(answer.status()).isEqualTo(402);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: object, additionalProperties: {type: object, required: [state], properties: {size: {type: integer}, state: {enum: [new]}}}}",
        "{type: object, additionalProperties: {type: object, required: [state], properties: {size: {type: integer}}, maxProperties: 1}}",
      })
  void whatReadingRequiresOfAMapsValuesCostsNothingElse(String read) {
    // Given
    String parts =
        "parts: {type: object, additionalProperties: {type: object, properties: {size: {type: integer}}}}";
    StandIn standIn =
        standIn(
            TICKETS
                .replace("IMPOSSIBLE", "{}")
                .replace(
                    "properties: {source: {type: string}}",
                    "properties: {source: {type: string}, " + parts + "}")
                .replace(
                    "source: {type: string}}}}}}\n        '404'",
                    "source: {type: string}, parts: " + read + "}}}}}\n        '404'"));

    // When
    HttpResponseMessage made =
        send(
            standIn, "POST", "/tickets", "{\"source\":\"desk\",\"parts\":{\"left\":{\"size\":3}}}");
    HttpResponseMessage shown = send(standIn, "GET", made.header("Location").orElseThrow(), "");

    // Then
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.body().utf8()).contains("\"source\":\"desk\"");
  }

  @Test
  void aListOfIdsHasTheIdsOfWhatIsThere() {
    // Given
    StandIn standIn = standIn(TICKETS.replace("IMPOSSIBLE", "{}"));
    String location = send(standIn, "POST", "/tickets", "{}").header("Location").orElseThrow();

    // When
    String list = send(standIn, "GET", "/tickets", "").body().utf8();

    // Then
    assertThat(list).contains("\"" + location.substring(location.lastIndexOf('/') + 1) + "\"");
    assertThat(list).doesNotContain("\"ticketIds\":[]");
  }

  @Test
  void alternativesThatOnlyAnItemTellsApartAreAnsweredWithOne() {
    // Given
    String list = "{type: object, properties: {entries: {type: array, items: %s}}}";
    String files =
        list.formatted("{type: object, required: [id], properties: {id: {type: string}}}");
    String shared =
        list.formatted("{type: object, required: [link], properties: {link: {type: string}}}");
    StandIn standIn =
        standIn(TICKETS.replace("IMPOSSIBLE", "{oneOf: [%s, %s]}".formatted(files, shared)));
    String location = send(standIn, "POST", "/tickets", "{}").header("Location").orElseThrow();

    // When
    HttpResponseMessage removal = send(standIn, "DELETE", location, "");

    // Then
    assertThat(removal.status()).isEqualTo(200);
    assertThat(removal.body().utf8()).contains("\"entries\":[{\"id\":");
  }

  @Test
  void aThingOfAlternativesThatOverlapKeepsItsIdAndWhatWasSent() {
    // Given
    String brief =
        "{required: [ticketId], properties: {ticketId: {type: string}, source: {type: string}, notes: {type: array, items: {type: object, properties: {id: {type: string}}}}}}";
    String whole =
        "{allOf: [%s, {properties: {notes: {type: array, items: {type: object, required: [text], properties: {text: {type: string}}}}}}]}"
            .formatted(brief);
    String sent =
        "{required: [ticketId], properties: {ticketId: {type: string}, notes: {type: array, maxItems: 0}}}";
    StandIn standIn =
        standIn(
            TICKETS
                .replace("IMPOSSIBLE", "{}")
                .replace("{required: [ticketId], properties: {u_number: {type: string}}}", sent)
                .replace(
                    "{type: object, properties: {ticketId: {type: string}, source: {type: string}}}",
                    "{oneOf: [%s, %s]}".formatted(brief, whole)));
    String location =
        send(standIn, "POST", "/tickets", "{\"source\":\"desk\"}").header("Location").orElseThrow();

    // When
    String shown = send(standIn, "GET", location, "").body().utf8();

    // Then
    String id = location.substring(location.lastIndexOf('/') + 1);
    assertThat(shown).contains("\"ticketId\":\"" + id + "\"", "\"source\":\"desk\"");
  }

  @Test
  void whatCannotBeAnsweredIsNotDone() {
    // Given
    StandIn standIn = standIn(TICKETS.replace("IMPOSSIBLE", "{type: string, enum: [7]}"));
    String location = send(standIn, "POST", "/tickets", "{}").header("Location").orElseThrow();

    // When
    HttpResponseMessage removal = send(standIn, "DELETE", location, "");

    // Then
    assertThat(removal.status()).isEqualTo(501);
    assertThat(send(standIn, "GET", location, "").status()).isEqualTo(200);
  }
}
