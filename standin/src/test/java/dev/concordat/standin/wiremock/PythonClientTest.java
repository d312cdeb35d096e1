package dev.concordat.standin.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The requests that the client for Python (PyPI `wiremock` 2.x) sends, replayed from reading its source, because it cannot be
/// installed everywhere: the same methods, addresses, headers and members. It takes 200, 201 and 204 for success and reads
/// JSON of what answers with anything.
final class PythonClientTest extends ClientCase {
  private static final String HEADERS =
      "Accept-Encoding: gzip, deflate\nAccept: application/json\nContent-Type: application/json\nuser-agent:"
          + " python_wiremock/2.6.1";

  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

  private Wire.Answer admin(String method, String path, String body) throws IOException {
    boolean isEmptyWrite = body.isEmpty() && !method.equals("GET");
    return ask(
        method, "/__admin" + path, HEADERS + (isEmptyWrite ? "\nContent-Length: 0" : ""), body);
  }

  private static void assertTaken(Wire.Answer answer) {
    assertThat(answer.status()).as(answer.body()).matches("HTTP/1.1 20[014] .*");
  }

  private static String id(Wire.Answer answer) {
    Matcher id = ID.matcher(answer.body());
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  private String stub() throws IOException {
    Wire.Answer made =
        admin(
            "POST",
            "/mappings",
            """
            {"priority": 100, "request": {"method": "GET", "urlPath": "/hello",
              "queryParameters": {"q": {"equalTo": "1"}}, "headers": {"X-Any": {"matches": ".*"}}},
             "response": {"status": 200, "body": "hi", "headers": {"Content-Type": "text/plain"}}, "persistent": false}
            """);
    assertTaken(made);
    return id(made);
  }

  private Wire.Answer hello() throws IOException {
    return ask("GET", "/hello?q=1", "X-Any: x", "");
  }

  @Test
  void mappingsAreMadeReadChangedAndRemoved() throws IOException {
    // Given
    String id = stub();
    assertThat(hello().body()).isEqualTo("hi");

    // When
    Wire.Answer one = admin("GET", "/mappings/" + id, "");
    Wire.Answer changed =
        admin(
            "PUT",
            "/mappings/" + id,
            "{\"id\": \""
                + id
                + "\", \"priority\": 100, \"request\": {\"method\": \"GET\", \"urlPath\": \"/hello\"},"
                + " \"response\": {\"status\": 200, \"body\": \"ho\"}}");
    Wire.Answer all = admin("GET", "/mappings", "");
    String now = hello().body();
    Wire.Answer removed = admin("DELETE", "/mappings/" + id, "");

    // Then
    assertThat(one.body()).contains("\"urlPath\"", "/hello");
    assertTaken(changed);
    assertThat(now).isEqualTo("ho");
    assertThat(all.body()).contains("\"mappings\"", "\"meta\"", id);
    assertTaken(removed);
    assertThat(hello().status()).contains("404");
  }

  @Test
  void allMappingsAreRemovedAndReset() throws IOException {
    // Given
    stub();

    // When
    Wire.Answer removed = admin("DELETE", "/mappings", "");
    Wire.Answer reset = admin("POST", "/mappings/reset", "");

    // Then
    assertTaken(removed);
    assertTaken(reset);
    assertThat(admin("GET", "/mappings", "").body()).doesNotContain("/hello");
  }

  @Test
  void requestsAreCountedFoundListedAndForgotten() throws IOException {
    // Given
    stub();
    hello();
    ask("/nobody");
    String pattern = "{\"method\": \"GET\", \"urlPath\": \"/hello\"}";

    // When
    Wire.Answer count = admin("POST", "/requests/count", pattern);
    Wire.Answer found = admin("POST", "/requests/find", pattern);
    Wire.Answer all = admin("GET", "/requests?limit=5&since=2020-01-01T00%3A00%3A00Z", "");
    Wire.Answer one = admin("GET", "/requests/" + id(all), "");
    Wire.Answer unmatched = admin("GET", "/requests/unmatched", "");
    Wire.Answer forgotten = admin("POST", "/requests/reset", "");

    // Then
    assertThat(count.body()).containsPattern("\"count\"\\s*:\\s*1");
    assertThat(found.body()).contains("/hello?q=1").doesNotContain("/nobody");
    assertThat(all.body()).contains("/hello?q=1", "/nobody", "\"meta\"");
    assertTaken(one);
    assertThat(unmatched.body()).contains("/nobody").doesNotContain("/hello?q=1");
    assertTaken(forgotten);
    assertThat(admin("GET", "/requests", "").body()).doesNotContain("/nobody");
  }

  @Test
  void nearMissesAreFoundForWhatWasNotMatched() throws IOException {
    // Given
    stub();
    ask("GET", "/hello?q=2", "X-Any: x", "");

    // When
    Wire.Answer unmatched = admin("GET", "/requests/unmatched/near-misses", "");
    Wire.Answer byRequest =
        admin(
            "POST",
            "/near-misses/request",
            "{\"url\": \"/hello?q=2\", \"absoluteUrl\": \"http://localhost/hello?q=2\", \"method\": \"GET\","
                + " \"clientIp\": \"127.0.0.1\", \"headers\": {\"X-Any\": \"x\"}, \"cookies\": {},"
                + " \"browserProxyRequest\": false, \"loggedDate\": 1467402464520, \"bodyAsBase64\": \"\", \"body\": \"\"}");
    Wire.Answer byPattern =
        admin(
            "POST",
            "/near-misses/request-pattern",
            "{\"urlPath\": \"/helo\", \"method\": \"GET\"}");

    // Then
    assertThat(unmatched.body()).contains("\"nearMisses\"", "/hello");
    assertTaken(byRequest);
    assertThat(byRequest.body()).contains("\"nearMisses\"", "\"distance\"");
    assertTaken(byPattern);
    assertThat(byPattern.body()).contains("\"nearMisses\"", "/hello");
  }

  @Test
  void scenariosAreResetAndSettingsAreTaken() throws IOException {
    // Given
    assertTaken(
        admin(
            "POST",
            "/mappings",
            "{\"request\": {\"method\": \"GET\", \"url\": \"/s\"}, \"response\": {\"status\": 200, \"body\": \"first\"},"
                + " \"scenarioName\": \"s\", \"requiredScenarioState\": \"Started\", \"newScenarioState\": \"on\"}"));
    assertThat(ask("/s").body()).isEqualTo("first");
    assertThat(ask("/s").status()).contains("404");

    // When
    Wire.Answer reset = admin("POST", "/scenarios/reset", "");
    Wire.Answer settings = admin("POST", "/settings", "{\"fixedDelay\": 1}");

    // Then
    assertTaken(reset);
    assertTaken(settings);
    assertThat(ask("/s").body()).isEqualTo("first");
  }

  @Test
  void credentialsAreAskedForUnderTheNameThatThisClientHasForThem() throws IOException {
    // When
    Wire.Answer made =
        admin(
            "POST",
            "/mappings",
            "{\"request\": {\"method\": \"GET\", \"url\": \"/a\", \"basicAuthCredentials\": {\"username\": \"u\","
                + " \"password\": \"p\"}}, \"response\": {\"status\": 200}}");

    // Then
    assertTaken(made);
    assertThat(ask("/a").status()).contains("404");
    assertThat(ask("GET", "/a", "Authorization: Basic dTpw", "").status()).contains("200");
  }

  @Test
  void savingIsRefusedWithTheReasonWhereThereIsNoFolder() throws IOException {
    // Given
    stub();

    // When
    Wire.Answer saved = admin("POST", "/mappings/save", "");

    // Then
    assertThat(saved.status()).contains("422");
    assertThat(saved.body()).contains("folder");
  }
}
