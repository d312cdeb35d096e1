package dev.concordat.standin.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.common.InvalidInputException;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is not supported or not there is said, in the words of WireMock's errors.
final class RefusalsTest extends ClientCase {
  private String refused(String mapping) throws IOException {
    Wire.Answer answer =
        ask("POST", "/__admin/mappings", "Content-Type: application/json", mapping);
    assertThat(answer.status()).contains("422");
    return answer.body();
  }

  @Test
  void whatIsNotSupportedIsNamed() throws IOException {
    assertThat(refused("{\"request\":{\"customMatcher\":{\"name\":\"x\"}},\"response\":{}}"))
        .contains("customMatcher");
    assertThat(refused("{\"request\":{},\"response\":{\"transformers\":[\"mine\"]}}"))
        .contains("mine");
    assertThat(
            refused(
                "{\"request\":{},\"response\":{},\"serveEventListeners\":[{\"name\":\"webhook\"}]}"))
        .contains("serveEventListeners");
    assertThat(refused("{\"request\":{},\"response\":{\"statuss\":200}}")).contains("statuss");
    assertThat(refused("{\"request\":{\"headers\":{\"A\":{\"equalsTo\":\"x\"}}},\"response\":{}}"))
        .contains("equalsTo");
    assertThat(refused("{\"request\":{\"urlPattern\":\"/(\"},\"response\":{}}"))
        .contains("regular expression");
    assertThat(
            refused(
                "{\"request\":{\"bodyPatterns\":[{\"matchesJsonPath\":\"$[\"}]},\"response\":{}}"))
        .contains("JSONPath");
    assertThat(refused("{\"request\":{},\"response\":{\"proxyBaseUrl\":\"http://example.com\"}}"))
        .contains("--proxy-anywhere");
    assertThat(refused("{\"request\":{},\"response\":{\"fault\":\"SLOW\"}}")).contains("SLOW");
    assertThat(
            refused(
                "{\"request\":{},\"response\":{\"body\":\"{{#if}\",\"transformers\":[\"response-template\"]}}"))
        .contains("template");
  }

  @Test
  void theClientReadsTheReason() {
    assertThatThrownBy(
            () ->
                client.register(
                    get("/x").willReturn(aResponse().withTransformers("their-transformer"))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("their-transformer");
  }

  @Test
  void unknownStubsScenariosAndPathsAreSaid() throws IOException {
    assertThat(ask("/__admin/mappings/" + new UUID(1, 2)).status()).contains("404");
    assertThat(ask("PUT", "/__admin/scenarios/none/state", "", "{}").status()).contains("404");
    assertThat(ask("POST", "/__admin/ext/thing", "", "{}").body()).contains("is not supported");
    assertThat(ask("POST", "/__admin/mappings", "", "no json").status()).contains("422");
    assertThat(ask("POST", "/__admin/settings", "", "{\"what\":1}").body()).contains("what");
  }

  @Test
  void filesOutsideAreNeverRead() throws IOException {
    client.register(get("/up").willReturn(aResponse().withBodyFile("../../etc/passwd")));
    assertThat(ask("/up").status()).contains("500");
  }
}
