package dev.concordat.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.openapi.OpenApiReader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a client does not say, and what a contract leaves open.
class LeftOutTest {
  private static final String TODOS =
      """
      openapi: 3.1.0
      info: {title: Todos, version: '1'}
      paths:
        /todos:
          get:
            parameters: [{name: done, in: query, schema: {type: boolean}}, {name: start, in: query, schema: {type: string, format: date}}, {name: size, in: query, schema: {type: number}}, {name: offset, in: query, schema: {type: number, default: 0}}]
            responses: {'200': {description: all, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Todo'}}}}}}
          post:
            requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NewTodo'}}}}
            responses: {'201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Todo'}}}}}
        /todos/{id}:
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          get:
            responses: {'200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Todo'}}}}}
          put:
            requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NewTodo'}}}}
            responses: {'200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Todo'}}}}}
          patch:
            requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NewTodo'}}}}
            responses: {'200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Todo'}}}}}
      components:
        schemas:
          NewTodo:
            type: object
            properties:
              title: {type: string}
              priority: {type: string, enum: [low, normal, high], default: normal}
              reminder: {type: object, properties: {days: {type: integer, default: 3}, by: {enum: [mail, post]}}}
          Todo:
            type: object
            required: [id, title, done, priority]
            properties:
              id: {type: string, format: uuid}
              title: {type: string}
              done: {type: boolean}
              priority: {type: string, enum: [low, normal, high]}
              reminder: {type: object, properties: {days: {type: integer}, by: {enum: [mail, post]}}}
      """;

  private static StandIn standIn(int atStart) {
    var documents = new Documents(Path.of("").toAbsolutePath());
    return new StandIn(
        new OpenApiReader(documents)
            .read(documents.parse("todos.yaml", TODOS.getBytes(StandardCharsets.UTF_8))),
        new StandInSettings(1, atStart));
  }

  private static String send(StandIn standIn, String method, String target, String body) {
    List<Header> headers =
        body.isEmpty() ? List.of() : List.of(new Header("Content-Type", "application/json"));
    return standIn
        .serve(new HttpRequestMessage(method, target, headers, Bytes.utf8(body)))
        .message()
        .body()
        .utf8();
  }

  private static HttpResponseMessage answer(
      String contract, String method, String target, String body) {
    var documents = new Documents(Path.of("").toAbsolutePath());
    var standIn =
        new StandIn(
            new OpenApiReader(documents)
                .read(documents.parse("c.yaml", contract.getBytes(StandardCharsets.UTF_8))),
            new StandInSettings(1, 2));
    List<Header> headers =
        body.isEmpty() ? List.of() : List.of(new Header("Content-Type", "application/json"));
    return standIn
        .serve(new HttpRequestMessage(method, target, headers, Bytes.utf8(body)))
        .message();
  }

  private static String path(String created) {
    return "/todos/" + created.replaceAll("^.*\"id\":\"([^\"]*)\".*$", "$1");
  }

  @Test
  void whatAClientLeavesOutHasTheDefaultThatTheContractStates() {
    // Given
    StandIn standIn = standIn(0);

    // When
    List<String> created =
        IntStream.range(0, 8)
            .mapToObj(i -> send(standIn, "POST", "/todos", "{\"title\":\"" + i + "\"}"))
            .toList();

    // Then
    assertThat(created).allMatch(thing -> thing.contains("\"priority\":\"normal\""));
    assertThat(send(standIn, "GET", path(created.getFirst()), ""))
        .contains("\"priority\":\"normal\"");
  }

  @Test
  void membersOfWhatWasSentHaveTheirDefaultsToo() {
    // Given
    StandIn standIn = standIn(0);

    // When
    String created = send(standIn, "POST", "/todos", "{\"reminder\":{\"by\":\"mail\"}}");

    // Then
    assertThat(created).contains("\"days\":3");
  }

  @Test
  void aReplacedThingHasItsDefaultsAgainAndAPatchedOneKeepsWhatItHad() {
    // Given
    StandIn standIn = standIn(0);
    String path = path(send(standIn, "POST", "/todos", "{\"title\":\"a\",\"priority\":\"high\"}"));

    // When
    String patched = send(standIn, "PATCH", path, "{\"title\":\"b\"}");
    String replaced = send(standIn, "PUT", path, "{\"title\":\"c\"}");

    // Then
    assertThat(patched).contains("\"priority\":\"high\"", "\"title\":\"b\"");
    assertThat(replaced).contains("\"priority\":\"normal\"", "\"title\":\"c\"");
  }

  @Test
  void amongManyThingsSomeAnswerYesAndSomeNo() {
    // Given
    StandIn standIn = standIn(12);

    // When
    String done = send(standIn, "GET", "/todos?done=true", "");
    String open = send(standIn, "GET", "/todos?done=false", "");

    // Then
    assertThat(done).contains("\"done\":true").doesNotContain("\"done\":false");
    assertThat(open).contains("\"done\":false").doesNotContain("\"done\":true");
  }

  @Test
  void aStartThatIsADayIsNoPlaceInAList() {
    // Given
    StandIn standIn = standIn(3);
    String all = send(standIn, "GET", "/todos", "");

    // When
    String first = send(standIn, "GET", "/todos?size=1&offset=0", "");
    String second = send(standIn, "GET", "/todos?size=1&offset=1", "");

    // Then
    assertThat(first).isNotEqualTo(second);
    assertThat(all).contains(path(first).substring(7), path(second).substring(7));
  }

  @Test
  void anExampleThatIsNoXmlIsNotSentAsXml() {
    // Given
    String addresses =
        """
        openapi: 3.1.0
        info: {title: Addresses, version: '1'}
        paths:
          /state:
            get:
              responses: {'200': {description: it, content: {text/xml: {schema: {type: object, required: [state], properties: {state: {type: object, additionalProperties: {type: string}}}, example: {state: {a@example.test: fine}}}}}}}
        """;

    // When
    String said = answer(addresses, "GET", "/state", "").body().utf8();

    // Then
    assertThat(said).startsWith("<?xml").doesNotContain("a@example.test");
  }

  @Test
  void oneThingInResultsIsEchoed() {
    // Given
    String forms =
        """
        openapi: 3.1.0
        info: {title: Forms, version: '1'}
        paths:
          /forms:
            post:
              requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
              responses: {'201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/One'}}}}}
          /forms/{id}:
            get:
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {'200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/One'}}}}}
        components:
          schemas:
            One: {type: object, required: [results], properties: {results: {type: object, properties: {id: {type: string}, name: {type: string}}}}}
        """;

    // When
    String said = answer(forms, "POST", "/forms", "{\"name\":\"mine\"}").body().utf8();

    // Then
    assertThat(said).contains("\"name\":\"mine\"", "\"id\":");
  }

  @Test
  void aListThatIsNoPatchIsTakenAndChangesNothing() {
    // Given
    String families =
        """
        openapi: 3.1.0
        info: {title: Families, version: '1'}
        paths:
          /families:
            get:
              responses: {'200': {description: all, content: {application/json: {schema: {type: array, items: {type: object, properties: {code: {type: string}}}}}}}}
            patch:
              requestBody: {content: {application/json: {schema: {type: array, items: {type: object, properties: {code: {type: string}}}}}}}
              responses: {'200': {description: done, content: {application/json: {schema: {type: array, items: {type: object, properties: {code: {type: string}}}}}}}}
        """;
    // When
    var answer = answer(families, "PATCH", "/families", "[{\"code\":\"AREA\"}]");

    // Then
    assertThat(answer.status()).isEqualTo(200);
  }
}
