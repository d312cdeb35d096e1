package dev.concordat.conform.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.conform.talk.Answer;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Expected;
import dev.concordat.conform.talk.Identity;
import dev.concordat.conform.talk.Reason;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.OpenApiReader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberedTest {
  private static final String LIBRARY =
      """
      openapi: 3.1.0
      info: {title: Library, version: '1'}
      servers: [{url: /v1}]
      paths:
        /shelves:
          post: {operationId: addShelf, responses: {'201': {description: added}}}
          get: {operationId: listShelves, responses: {'200': {description: listed}}}
        /shelves/{shelfId}:
          parameters: [{name: shelfId, in: path, required: true, schema: {type: string}}]
          get: {operationId: getShelf, responses: {'200': {description: shown}}}
          delete: {operationId: deleteShelf, responses: {'204': {description: gone}}}
        /shelves/{shelfId}/books:
          parameters: [{name: shelfId, in: path, required: true, schema: {type: string}}]
          post:
            operationId: addBook
            responses:
              '201':
                description: added
                links: {read: {operationId: getBook, parameters: {book: $response.body#/number}}}
        /shelves/{shelfId}/books/{book}:
          parameters:
            - {name: shelfId, in: path, required: true, schema: {type: string}}
            - {name: book, in: path, required: true, schema: {type: integer}}
          get: {operationId: getBook, responses: {'200': {description: shown}}}
          put: {operationId: putBook, responses: {'200': {description: put}}}
        /loans:
          get:
            operationId: listLoans
            parameters: [{name: shelf_id, in: query, schema: {type: string}}]
            responses: {'200': {description: listed}}
      """;

  private final OpenApiContract contract = contract();
  private final Remembered memory = new Remembered(contract);

  private static OpenApiContract contract() {
    var documents = new Documents(Path.of("").toAbsolutePath());
    return new OpenApiReader(documents)
        .read(documents.parse("library.yaml", LIBRARY.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void givesOutForDestructionOnlyWhatTheRunCreated() {
    // When
    happens("listShelves", "GET", "/v1/shelves", 200, "[{\"id\": \"old\"}]");

    // Then
    assertThat(value("getShelf", "shelfId", false)).contains(new JsonString("old"));
    assertThat(value("deleteShelf", "shelfId", true)).isEmpty();
  }

  @Test
  void trustsWhatItCreatedMore() {
    // Given
    happens("listShelves", "GET", "/v1/shelves", 200, "{\"items\": [{\"id\": \"old\"}]}");

    // When
    happens("addShelf", "POST", "/v1/shelves", 201, "{\"id\": \"new\"}");

    // Then
    assertThat(value("getShelf", "shelfId", false)).contains(new JsonString("new"));
    assertThat(value("deleteShelf", "shelfId", true)).contains(new JsonString("new"));
  }

  @Test
  void readsTheIdOfWhatWasCreatedFromLocation() {
    // When
    happens(
        "addShelf",
        "POST",
        "/v1/shelves",
        201,
        "",
        new Header("Location", "https://library.example/v1/shelves/a%20b"));

    // Then
    assertThat(value("getShelf", "shelfId", true)).contains(new JsonString("a b"));
  }

  @Test
  void keepsTheValuesOfOnePathTogether() {
    // Given
    happens("addBook", "POST", "/v1/shelves/first/books", 201, "{\"id\": \"x\", \"number\": 7}");

    // When
    happens("addShelf", "POST", "/v1/shelves", 201, "{\"id\": \"second\"}");

    // Then
    assertThat(value("putBook", "shelfId", true)).contains(new JsonString("first"));
    assertThat(value("putBook", "book", true)).contains(JsonNumber.of(7));
  }

  @Test
  void forgetsWhatWasDeletedWithAllThatIsBelow() {
    // Given
    happens("addShelf", "POST", "/v1/shelves", 201, "{\"id\": \"first\"}");
    happens("addBook", "POST", "/v1/shelves/first/books", 201, "{\"number\": 7}");

    // When
    happens("deleteShelf", "DELETE", "/v1/shelves/first", 204, "");

    // Then
    assertThat(value("getShelf", "shelfId", false)).isEmpty();
    assertThat(value("getBook", "book", false)).isEmpty();
  }

  @Test
  void givesIdsToParametersThatAreCalledAfterThem() {
    happens("addShelf", "POST", "/v1/shelves", 201, "{\"id\": \"first\"}");

    assertThat(value("listLoans", "shelf_id", false)).contains(new JsonString("first"));
  }

  @Test
  void keepsTheLastSuccessOfEachOperation() {
    // Given
    happens("getShelf", "GET", "/v1/shelves/a", 200, "{}");
    Exchange last = happens("getShelf", "GET", "/v1/shelves/b", 200, "{}");

    // When
    happens("getShelf", "GET", "/v1/shelves/c", 404, "");

    // Then
    assertThat(memory.lastSuccess(operation("getShelf"))).contains(last);
    assertThat(memory.lastSuccess(operation("deleteShelf"))).isEmpty();
  }

  @Test
  void staysSmall() {
    // When
    for (int i = 0; i < 500; i++) {
      happens("addShelf", "POST", "/v1/shelves", 201, "{\"id\": \"s" + i + "\"}");
    }

    // Then
    assertThat(value("getShelf", "shelfId", true)).contains(new JsonString("s499"));
  }

  private HttpOperation operation(String id) {
    return contract.operation(id).orElseThrow();
  }

  private Optional<JsonValue> value(String operation, String parameter, boolean mayDestroy) {
    return operation(operation).parameters().stream()
        .filter(each -> each.name().equals(parameter))
        .findFirst()
        .flatMap(each -> memory.value(operation(operation), each, mayDestroy));
  }

  private Exchange happens(
      String operation, String method, String target, int status, String json, Header... more) {
    var request = new HttpRequestMessage(method, target, List.of(), Bytes.EMPTY);
    List<Header> headers =
        json.isEmpty() ? List.of(more) : List.of(new Header("Content-Type", "application/json"));
    var trial =
        new Trial(
            operation + "/x",
            operation(operation),
            request,
            Identity.FIRST,
            Expected.ANSWERED,
            new Reason("", "", Optional.empty()),
            Optional.empty());
    var response = new HttpResponseMessage(status, headers, Bytes.utf8(json));
    var exchange = new Exchange(1, trial, request, new Answer.Got(response, Duration.ofMillis(1)));
    memory.remember(exchange);
    return exchange;
  }
}
