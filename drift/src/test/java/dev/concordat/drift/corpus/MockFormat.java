package dev.concordat.drift.corpus;

import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The formats that mocks are written in. Each writes many mocks into one file.
public enum MockFormat {
  WIREMOCK("{\"mappings\": [\n%s\n]}") {
    @Override
    String one(PlainMock mock) {
      return """
          {"name": %s,
           "request": {"method": "%s", "urlPath": "%s", "queryParameters": {%s}%s},
           "response": {"status": %d, "headers": {%s}%s}}"""
          .formatted(
              quoted(mock.name()),
              mock.method(),
              mock.path(),
              pairs(mock.query(), "%s: {\"equalTo\": %s}"),
              mock.sent().map(", \"bodyPatterns\": [{\"equalToJson\": %s}]"::formatted).orElse(""),
              mock.status(),
              pairs(mock.headers(), "%s: %s"),
              body(mock, ", \"jsonBody\": %s", ", \"body\": %s"));
    }
  },
  MOCKSERVER("[\n%s\n]") {
    @Override
    String one(PlainMock mock) {
      return """
          {"id": %s,
           "httpRequest": {"method": "%s", "path": "%s", "queryStringParameters": {%s}%s},
           "httpResponse": {"statusCode": %d, "headers": {%s}%s}}"""
          .formatted(
              quoted(mock.name()),
              mock.method(),
              mock.path(),
              pairs(mock.query(), "%s: [%s]"),
              mock.sent()
                  .map(
                      ", \"body\": {\"type\": \"JSON\", \"json\": %s, \"matchType\": \"STRICT\"}"
                          ::formatted)
                  .orElse(""),
              mock.status(),
              pairs(mock.headers(), "%s: [%s]"),
              body(mock, ", \"body\": %s", ", \"body\": %s"));
    }
  },
  HOVERFLY("{\"data\": {\"pairs\": [\n%s\n]}, \"meta\": {\"schemaVersion\": \"v5.2\"}}") {
    @Override
    String one(PlainMock mock) {
      return """
          {"labels": [%s],
           "request": {"method": [{"matcher": "exact", "value": "%s"}],
                       "path": [{"matcher": "exact", "value": "%s"}], "query": {%s}%s},
           "response": {"status": %d, "headers": {%s}, "body": %s, "encodedBody": false, "templated": false}}"""
          .formatted(
              quoted(mock.name()),
              mock.method(),
              mock.path(),
              pairs(mock.query(), "%s: [{\"matcher\": \"exact\", \"value\": %s}]"),
              mock.sent()
                  .map(
                      json ->
                          ", \"body\": [{\"matcher\": \"json\", \"value\": " + quoted(json) + "}]")
                  .orElse(""),
              mock.status(),
              pairs(mock.headers(), "%s: [%s]"),
              quoted(mock.body()));
    }
  },
  MOUNTEBANK("{\"imposters\": [{\"port\": 4545, \"protocol\": \"http\", \"stubs\": [\n%s\n]}]}") {
    @Override
    String one(PlainMock mock) {
      return """
          {"predicates": [{"equals": {"method": "%s", "path": "%s", "query": {%s}%s}}],
           "responses": [{"is": {"statusCode": %d, "headers": {%s}%s}}]}"""
          .formatted(
              mock.method(),
              mock.path(),
              pairs(mock.query(), "%s: %s"),
              mock.sent().map(json -> ", \"body\": " + quoted(json)).orElse(""),
              mock.status(),
              pairs(mock.headers(), "%s: %s"),
              body(mock, ", \"body\": %s", ", \"body\": %s"));
    }
  },
  POSTMAN(
      "{\"info\": {\"name\": \"shop\", \"schema\":"
          + " \"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"},"
          + " \"item\": [\n%s\n]}") {
    @Override
    String one(PlainMock mock) {
      return """
          {"name": %s,
           "request": {"method": "%s", "header": [%s], "url": {"raw": "http://shop%s", "protocol": "http", "host": ["shop"],
                       "path": [%s], "query": [%s]}%s},
           "response": [{"name": "ok", "code": %d, "header": [%s], "body": %s}]}"""
          .formatted(
              quoted(mock.name()),
              mock.method(),
              mock.sent().isPresent()
                  ? "{\"key\": \"Content-Type\", \"value\": \"application/json\"}"
                  : "",
              mock.path() + query(mock),
              List.of(mock.path().substring(1).split("/")).stream()
                  .map(MockFormat::quoted)
                  .collect(Collectors.joining(", ")),
              pairs(mock.query(), "{\"key\": %s, \"value\": %s}"),
              mock.sent()
                  .map(json -> ", \"body\": {\"mode\": \"raw\", \"raw\": " + quoted(json) + "}")
                  .orElse(""),
              mock.status(),
              pairs(mock.headers(), "{\"key\": %s, \"value\": %s}"),
              quoted(mock.body()));
    }
  },
  HAR(
      "{\"log\": {\"version\": \"1.2\", \"creator\": {\"name\": \"t\", \"version\": \"1\"},"
          + " \"entries\": [\n%s\n]}}") {
    @Override
    String one(PlainMock mock) {
      return """
          {"comment": %s, "startedDateTime": "2026-03-01T10:00:00Z", "time": 3,
           "request": {"method": "%s", "url": "http://shop%s", "httpVersion": "HTTP/1.1", "headers": [%s], "queryString": [], "cookies": [],
                       "headersSize": -1, "bodySize": -1%s},
           "response": {"status": %d, "statusText": "", "httpVersion": "HTTP/1.1", "cookies": [], "headers": [%s],
                        "content": {"size": -1, "mimeType": %s, "text": %s}, "redirectURL": "", "headersSize": -1, "bodySize": -1}}"""
          .formatted(
              quoted(mock.name()),
              mock.method(),
              mock.path() + query(mock),
              mock.sent().isPresent()
                  ? "{\"name\": \"Content-Type\", \"value\": \"application/json\"}"
                  : "",
              mock.sent()
                  .map(
                      json ->
                          ", \"postData\": {\"mimeType\": \"application/json\", \"text\": "
                              + quoted(json)
                              + "}")
                  .orElse(""),
              mock.status(),
              pairs(mock.headers(), "{\"name\": %s, \"value\": %s}"),
              quoted(mock.headers().getOrDefault("Content-Type", "")),
              quoted(mock.body()));
    }
  },
  PACT(
      "{\"consumer\": {\"name\": \"web\"}, \"provider\": {\"name\": \"shop\"}, \"interactions\": [\n%s\n],"
          + " \"metadata\": {\"pactSpecification\": {\"version\": \"3.0.0\"}}}") {
    @Override
    String one(PlainMock mock) {
      return """
          {"description": %s,
           "request": {"method": "%s", "path": "%s", "query": {%s}%s},
           "response": {"status": %d, "headers": {%s}%s}}"""
          .formatted(
              quoted(mock.name()),
              mock.method(),
              mock.path(),
              pairs(mock.query(), "%s: [%s]"),
              mock.sent()
                  .map(
                      json ->
                          ", \"headers\": {\"Content-Type\": \"application/json\"}, \"body\": "
                              + json)
                  .orElse(""),
              mock.status(),
              pairs(mock.headers(), "%s: %s"),
              body(mock, ", \"body\": %s", ", \"body\": %s"));
    }
  };

  private final String file;

  MockFormat(String file) {
    this.file = file;
  }

  abstract String one(PlainMock mock);

  /// A file with all of them.
  public String write(List<PlainMock> mocks) {
    return file.formatted(mocks.stream().map(this::one).collect(Collectors.joining(",\n")));
  }

  /// Pacts name only what the consumer needs.
  public boolean isPartial() {
    return this == PACT;
  }

  private static String query(PlainMock mock) {
    return mock.query().isEmpty()
        ? ""
        : mock.query().entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String body(PlainMock mock, String json, String text) {
    if (mock.body().isEmpty()) {
      return "";
    }
    boolean isJson = mock.body().startsWith("{") || mock.body().startsWith("[");
    return isJson ? json.formatted(mock.body()) : text.formatted(quoted(mock.body()));
  }

  private static String pairs(Map<String, String> all, String form) {
    return all.entrySet().stream()
        .map(each -> form.formatted(quoted(each.getKey()), quoted(each.getValue())))
        .collect(Collectors.joining(", "));
  }

  private static String quoted(String text) {
    return JsonText.compact(new JsonString(text));
  }
}
