package dev.concordat.contracts.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.wiremock.WireMockWriter;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents of every stub format, of Arazzo, Avro and AsyncAPI with pieces replaced at random: reading them gives stubs and problems, never
/// an exception.
class StubRobustnessTest {
  private static final int DOCUMENTS = 400;

  private static final int PIECES = 4;

  private static final List<JsonValue> JUNK =
      List.of(
          JsonNull.NULL,
          new JsonBoolean(true),
          new JsonNumber("-1"),
          new JsonNumber("1e999999999"),
          new JsonNumber("99999999999999999999"),
          new JsonString(""),
          new JsonString("$"),
          new JsonString("$steps."),
          new JsonString("!"),
          new JsonString("("),
          new JsonString("{{a}}{{"),
          new JsonString("://?#"),
          new JsonArray(List.of()),
          JsonArray.of(new JsonArray(List.of()), new JsonString("x"), JsonNull.NULL),
          JsonObject.EMPTY,
          JsonObject.EMPTY.with("", JsonNull.NULL).with("x", JsonObject.EMPTY));

  private final long seed = Long.getLong("seed", 20261122L);

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"mappings": [{"id": "a", "scenarioName": "s", "newScenarioState": "t", "priority": 1,
          "request": {"method": "GET", "urlPathTemplate": "/a/{id}", "port": 1,
            "basicAuth": {"username": "u", "password": "p"},
            "headers": {"A": {"or": [{"equalTo": "x"}, {"not": {"absent": true}}]}},
            "bodyPatterns": [{"equalToJson": {"a": 1}}, {"binaryEqualTo": "AQI="},
              {"matchesJsonPath": {"expression": "$.a", "contains": "x"}}]},
          "response": {"status": 200, "headers": {"X": ["1"]}, "base64Body": "AQI=",
            "fixedDelayMilliseconds": 1, "transformers": ["response-template"]}}]}
        """,
        """
        {"log": {"version": "1.2", "entries": [{"startedDateTime": "2026-01-06T09:30:00Z",
          "time": 1.5, "_concordat": {"requestBody": "AQI=", "requestBodyTotal": 7},
          "request": {"method": "POST", "url": "http://u@a:1/b?c=d&e#f",
            "headers": [{"name": "A", "value": "b"}],
            "postData": {"mimeType": "x", "params": [{"name": "a", "value": "b"}]}},
          "response": {"status": 200, "headers": [], "_error": "x",
            "content": {"text": "AQI=", "encoding": "base64"}}}]}}
        """,
        """
        {"data": {"pairs": [{"labels": ["l"], "request": {"path": [{"matcher": "glob", "value": "/*"}],
          "query": {"a": [{"matcher": "array", "value": ["b"], "config": {"ignoreUnknown": true}}]},
          "body": [{"matcher": "form", "value": {"f": [{"matcher": "exact", "value": "1"}]}},
                   {"matcher": "jsonpath", "value": "$.a",
                    "doMatch": {"matcher": "regex", "value": "a"}}],
          "requiresState": {"a": "b"}},
          "response": {"status": 200, "encodedBody": true, "body": "AQI=", "headers": {"X": ["1"]},
            "fixedDelay": 1, "transitionsState": {"a": "c"}, "removesState": ["d"]}}]},
         "meta": {"schemaVersion": "v5.2"}}
        """,
        """
        {"imposters": [{"protocol": "http", "port": 1, "defaultResponse": {"statusCode": 400},
          "stubs": [{"predicates": [{"equals": {"path": "/a", "query": {"q": ["a"]}, "body": {"b": 1}}},
            {"or": [{"matches": {"body": "a"}, "jsonpath": {"selector": "$.a"}}]},
            {"not": {"exists": {"headers": {"A": true}}}}, {"inject": "x"}],
           "responses": [{"is": {"statusCode": 200, "headers": {"X": ["1"]}, "body": {"a": 1}},
             "behaviors": [{"wait": 1}]}, {"proxy": {"to": "http://a"}}, {"fault": "x"}]}]}]}
        """,
        """
        [{"id": "a", "priority": 1, "httpRequest": {"method": "!GET", "path": "/{a}",
           "pathParameters": {"a": ["[0-9]+"]}, "headers": [{"name": "A", "values": ["?b"]}],
           "cookies": {"c": {"schema": {}}}, "secure": true,
           "body": {"not": true, "type": "JSON", "json": "{}", "matchType": "STRICT"}},
          "httpResponse": {"statusCode": 200, "headers": {"X": ["1"]}, "cookies": {"s": "1"},
            "body": {"base64Bytes": "AQI=", "contentType": "x/y"},
            "delay": {"timeUnit": "SECONDS", "value": 1}}},
         {"httpRequest": {"body": {"parameters": {"a": ["b"]}}},
          "httpForward": {"host": "a", "port": 1, "scheme": "HTTP"}}]
        """,
        """
        {"info": {"_postman_id": "a", "name": "n", "version": {"major": 1},
           "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
         "variable": [{"key": "a", "value": "{{b}}"}],
         "item": [{"name": "f", "item": [{"name": "r", "request": {"method": "POST",
           "url": {"raw": "x", "protocol": "http", "host": ["{{a}}", "b"], "port": "1",
             "path": ["c", ":d", {"value": "e"}], "query": [{"key": "k", "value": "v"}],
             "variable": [{"key": "d", "value": "1"}]},
           "header": [{"key": "A", "value": "b"}, "C: d"],
           "body": {"mode": "graphql", "graphql": {"query": "q", "variables": "{}"}}},
          "response": [{"code": 200, "header": "A: b", "body": "{{$x}}",
            "originalRequest": {"url": "{{a}}/x?y=z", "body": {"mode": "urlencoded",
              "urlencoded": [{"key": "a", "value": "b"}]}}}]}]}]}
        """,
        """
        {"arazzo": "1.1.0", "info": {"title": "t", "version": "1"},
         "sourceDescriptions": [{"name": "s", "url": "u", "type": "openapi"}],
         "components": {"parameters": {"p": {"name": "n", "in": "query", "value": 1}},
           "failureActions": {"f": {"name": "f", "type": "retry", "retryAfter": 1, "retryLimit": 2}}},
         "workflows": [{"workflowId": "w", "dependsOn": ["w"], "outputs": {"o": "$steps.a.outputs.x"},
           "failureActions": [{"reference": "$components.failureActions.f"}],
           "steps": [{"stepId": "a", "operationId": "$sourceDescriptions.s.get", "timeout": 1,
             "parameters": [{"reference": "$components.parameters.p", "value": 2}],
             "requestBody": {"payload": {"a": 1}, "replacements": [{"target": "/a", "value": 1,
               "targetSelectorType": {"type": "jsonpath", "version": "rfc9535"}}]},
             "successCriteria": [{"context": "$response.body", "condition": "a", "type": "regex"}],
             "onSuccess": [{"name": "x", "type": "goto", "stepId": "a"}],
             "outputs": {"x": {"context": "$response.body", "selector": "/a", "type": "jsonpointer"}}},
            {"stepId": "b", "channelPath": "{$sourceDescriptions.s.url}#/c", "action": "send",
             "dependsOn": ["$steps.a"], "correlationId": "$steps.a.outputs.x"}]}]}
        """,
        """
        {"type": "record", "name": "a.R", "aliases": ["S"], "fields": [
          {"name": "d", "type": {"type": "bytes", "logicalType": "decimal", "precision": 4, "scale": 2}},
          {"name": "e", "type": {"type": "enum", "name": "E", "symbols": ["A"], "default": "A"},
           "default": "A", "order": "ignore"},
          {"name": "f", "type": {"type": "fixed", "name": "F", "size": 12, "logicalType": "duration"}},
          {"name": "m", "type": {"type": "map", "values": ["null", "R", {"type": "array", "items": "F"}]},
           "default": {}}]}
        """,
        """
        {"protocol": "P", "namespace": "a", "types": [{"type": "error", "name": "X", "fields": []}],
         "messages": {"m": {"request": [{"name": "x", "type": "X"}], "response": "int", "errors": ["X"],
           "one-way": false}}}
        """,
        """
        {"asyncapi": "3.0.0", "info": {"title": "t", "version": "1"}, "defaultContentType": "a/b",
         "servers": {"s": {"host": "h", "protocol": "kafka", "variables": {"v": {"enum": ["a"]}},
           "security": [{"$ref": "#/components/securitySchemes/k"}],
           "bindings": {"mqtt": {"lastWill": {"qos": 1}, "keepAlive": 1}}}},
         "channels": {"c": {"address": "a.{p}", "parameters": {"p": {"enum": ["x"], "default": "x",
             "location": "$message.payload#/p"}},
           "bindings": {"kafka": {"partitions": 1, "topicConfiguration": {"cleanup.policy": ["delete"]}},
             "amqp": {"is": "queue", "queue": {"name": "q", "durable": true}}, "ws": {"query": {}}},
           "messages": {"m": {"traits": [{"headers": {"type": "object"}}], "contentType": "avro/binary",
             "correlationId": {"location": "$message.header#/id"},
             "payload": {"schemaFormat": "application/vnd.apache.avro;version=1.9.0",
               "schema": {"type": "record", "name": "A", "fields": [{"name": "n", "type": "int"}]}},
             "examples": [{"payload": {"n": 1}}],
             "bindings": {"kafka": {"key": {"type": "string"}, "schemaIdLocation": "header"}}}}}},
         "operations": {"o": {"action": "send", "channel": {"$ref": "#/channels/c"},
           "messages": [{"$ref": "#/channels/c/messages/m"}], "traits": [{"bindings": {}}],
           "bindings": {"kafka": {"groupId": {}}, "mqtt": {"qos": 1}, "amqp": {"cc": ["a"]}},
           "reply": {"address": {"location": "$message.header#/to"},
             "channel": {"$ref": "#/channels/c"}}}},
         "components": {"securitySchemes": {"k": {"type": "plain", "scopes": ["a"]}}}}
        """,
        """
        {"asyncapi": "2.6.0", "info": {"title": "t", "version": "1"},
         "servers": {"s": {"url": "mqtt://h/p", "protocol": "mqtt", "security": [{"k": ["a"]}]}},
         "channels": {"a/{p}": {"parameters": {"p": {"schema": {"type": "integer"}}},
           "subscribe": {"operationId": "o", "traits": [{"bindings": {"mqtt": {"qos": 1}}}],
             "message": {"oneOf": [{"name": "A", "traits": [{"name": "B"}],
               "schemaFormat": "application/vnd.aai.asyncapi;version=2.6.0",
               "payload": {"type": "object"}}]}}}},
         "components": {"securitySchemes": {"k": {"type": "plain"}}}}
        """,
        """
        {"$schema": "http://json-schema.org/draft-07/schema#", "title": "t", "type": "object",
         "properties": {"a": {"$ref": "#/definitions/a"}}, "definitions": {"a": {"type": "string"}}}
        """
      })
  void replacedPiecesGiveProblemsAndNoException(String text) {
    // Given
    JsonValue whole = JsonParser.parse(text).value().orElseThrow();
    var random = new Random(seed);
    System.out.println("robustness seed " + seed + ", again with -Dseed=" + seed);

    for (int i = 0; i < DOCUMENTS; i++) {
      JsonValue broken = whole;
      for (int piece = 0; piece < 1 + random.nextInt(PIECES); piece++) {
        broken = replaceOne(broken, random);
      }

      // When
      Contract contract =
          new ContractReader(Path.of(".")).read(Texts.document("a.json", broken.toString()));

      // Then
      assertThat(contract.problems()).as(broken.toString()).isNotNull();
      if (contract instanceof StubContract stubs) {
        assertThat(WireMockWriter.write(stubs.stubs()).text()).startsWith("{");
      }
    }
  }

  /// The value with one piece, chosen by walking down at random, replaced by junk.
  private static JsonValue replaceOne(JsonValue value, Random random) {
    return switch (value) {
      case JsonObject object when !object.members().isEmpty() && random.nextInt(12) > 0 -> {
        var names = new ArrayList<>(object.members().keySet());
        String name = names.get(random.nextInt(names.size()));
        var members = new LinkedHashMap<>(object.members());
        members.computeIfPresent(name, (key, old) -> replaceOne(old, random));
        yield new JsonObject(members);
      }
      case JsonArray array when !array.items().isEmpty() && random.nextInt(12) > 0 -> {
        var items = new ArrayList<>(array.items());
        int at = random.nextInt(items.size());
        items.set(at, replaceOne(items.get(at), random));
        yield new JsonArray(items);
      }
      default -> JUNK.get(random.nextInt(JUNK.size()));
    };
  }
}
