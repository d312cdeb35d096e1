package dev.concordat.standin.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.before;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.havingExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingXPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.VerificationException;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.Metadata;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.UniformDistribution;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.StubImport;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.NearMiss;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a team's tests do with WireMock's client, done to our server.
final class ClientTest extends ClientCase {
  @Test
  void stubsAreMadeChangedFoundAndRemoved() throws IOException {
    // Given
    StubMapping made =
        client.register(get(urlEqualTo("/a")).withName("a").willReturn(okJson("{\"v\":1}")));

    // When
    client.editStubMapping(
        get(urlEqualTo("/a")).withId(made.getId()).willReturn(okJson("{\"v\":2}")));

    // Then
    assertThat(ask("/a").body()).isEqualTo("{\"v\":2}");
    assertThat(client.allStubMappings().getMappings()).hasSize(1);
    assertThat(client.getStubMapping(made.getId()).getItem().getRequest().getUrl()).isEqualTo("/a");
    client.removeStubMapping(made);
    assertThat(client.allStubMappings().getMappings()).isEmpty();
    assertThat(ask("/a").status()).contains("404");
  }

  @Test
  void builtPatternsMatch() throws IOException {
    // Given
    client.register(
        post(urlPathTemplate("/orders/{id}/lines"))
            .withPathParam("id", matching("[0-9]+"))
            .withQueryParam("tag", havingExactly("1", "2"))
            .withHeader("Accept", containing("json"))
            .withHeader("X-None", absent())
            .withCookie("s", equalTo("1"))
            .withBasicAuth("user", "secret")
            .withRequestBody(matchingJsonPath("$.items[?(@.n > 1)]"))
            .withRequestBody(equalToJson("{\"items\":[{\"n\":2}]}", true, true))
            .willReturn(aResponse().withStatus(201).withHeader("X", "1", "2")));

    // When
    Wire.Answer answer =
        ask(
            "POST",
            "/orders/7/lines?tag=2&tag=1",
            "Accept: application/json\nCookie: s=1\nAuthorization: Basic dXNlcjpzZWNyZXQ=",
            "{\"items\":[{\"n\":2,\"x\":1}]}");

    // Then
    assertThat(answer.status()).contains("201");
    assertThat(answer.headers()).containsEntry("x", "1, 2");
  }

  @Test
  void multipartXmlAndTimesMatch() throws IOException {
    // Given
    client.register(
        post("/parts")
            .withMultipartRequestBody(
                aMultipart().withName("info").withBody(matchingXPath("/a/b[.='1']")))
            .withHeader("T", before("now +1 days"))
            .willReturn(ok()));

    // When
    Wire.Answer answer =
        ask(
            "POST",
            "/parts",
            "T: 2020-01-01T00:00:00Z\nContent-Type: multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=\"info\"\r\n\r\n<a><b>1</b></a>\r\n--x--\r\n");

    // Then
    assertThat(answer.status()).contains("200");
  }

  @Test
  void callsAreCountedAndVerified() throws IOException {
    // Given
    client.register(any(urlPathMatching("/v/.*")).willReturn(ok()));
    ask("/v/1");
    ask("/v/2?x=1");
    ask("POST", "/v/3", "Content-Type: text/plain", "hello");

    // When
    client.verifyThat(2, getRequestedFor(urlPathMatching("/v/[0-9]")));

    // Then
    client.verifyThat(WireMock.moreThan(2), anyRequestedFor(anyUrl()));
    client.verifyThat(postRequestedFor(urlEqualTo("/v/3")).withRequestBody(equalTo("hello")));
    assertThat(client.find(getRequestedFor(urlPathEqualTo("/v/2"))).getFirst().getQueryParams())
        .containsKey("x");
    assertThat(client.getServeEvents()).hasSize(3);
    assertThat(client.getServeEvents().getFirst().getWasMatched()).isTrue();
  }

  @Test
  void whatNearlyMatchedIsTold() throws IOException {
    // Given
    client.register(get(urlEqualTo("/right")).withHeader("A", equalTo("1")).willReturn(ok()));
    client.register(get(urlEqualTo("/elsewhere")).willReturn(ok()));

    // When
    Wire.Answer answer = ask("/righ");

    // Then
    assertThat(answer.body()).contains("Request was not matched", "/right", "<- differs");
    List<NearMiss> misses = WireMock.findNearMissesForAllUnmatched();
    assertThat(misses.getFirst().getStubMapping().getRequest().getUrl()).isEqualTo("/right");
    assertThat(client.findAllUnmatchedRequests()).hasSize(1);
    assertThat(
            WireMock.findNearMissesFor(getRequestedFor(urlEqualTo("/right")))
                .getFirst()
                .getRequest()
                .getUrl())
        .isEqualTo("/righ");
    assertThatThrownBy(() -> client.verifyThat(getRequestedFor(urlEqualTo("/right"))))
        .isInstanceOf(VerificationException.class);
  }

  @Test
  void unusedStubsAreFoundAndRemoved() throws IOException {
    // Given
    client.register(get("/used").willReturn(ok()));
    client.register(get("/unused").willReturn(ok()));
    ask("/used");

    // When
    Wire.Answer unused = ask("GET", "/__admin/mappings/unmatched", "", "");

    // Then
    assertThat(unused.body()).contains("/unused").doesNotContain("/used");
    ask("DELETE", "/__admin/mappings/unmatched", "", "");
    assertThat(client.allStubMappings().getMappings()).hasSize(1);
  }

  @Test
  void metadataFindsAndRemoves() throws IOException {
    // Given
    client.register(
        get("/m").withMetadata(Metadata.metadata().attr("team", "blue")).willReturn(ok()));
    client.register(get("/n").willReturn(ok()));
    ask("/m");

    // When
    List<StubMapping> found =
        client.findAllStubsByMetadata(matchingJsonPath("$.team", equalTo("blue")));

    // Then
    assertThat(found).hasSize(1);
    assertThat(WireMock.removeEventsByStubMetadata(matchingJsonPath("$.team"))).hasSize(1);
    client.removeStubsByMetadataPattern(matchingJsonPath("$.team"));
    assertThat(client.allStubMappings().getMappings()).hasSize(1);
  }

  @Test
  void scenariosAreSeenSetAndReset() throws IOException {
    // Given
    client.register(
        get("/s")
            .inScenario("door")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("open")
            .willReturn(ok("closed")));
    client.register(
        get("/s").inScenario("door").whenScenarioStateIs("open").willReturn(ok("open")));

    // When
    String first = ask("/s").body();

    // Then
    assertThat(first).isEqualTo("closed");
    assertThat(ask("/s").body()).isEqualTo("open");
    assertThat(WireMock.getAllScenarios().getFirst().getState()).isEqualTo("open");
    client.resetScenarios();
    assertThat(ask("/s").body()).isEqualTo("closed");
    WireMock.setScenarioState("door", "Started");
    assertThat(ask("/s").body()).isEqualTo("closed");
    WireMock.resetScenario("door");
    assertThat(WireMock.getAllScenarios().getFirst().getState()).isEqualTo("Started");
  }

  @Test
  void manyStubsAreImportedAtOnceAndReset() throws IOException {
    // Given
    var imported =
        StubImport.stubImport()
            .stub(get("/one").willReturn(ok("1")))
            .stub(post("/two").willReturn(ok("2")))
            .ignoreExisting()
            .deleteAllExistingStubsNotInImport();
    client.register(get("/old").willReturn(ok()));

    // When
    client.importStubMappings(imported.build());

    // Then
    assertThat(client.allStubMappings().getMappings()).hasSize(2);
    assertThat(ask("/one").body()).isEqualTo("1");
    client.resetMappings();
    assertThat(client.allStubMappings().getMappings()).isEmpty();
    client.resetRequests();
    assertThat(client.getServeEvents()).isEmpty();
  }

  @Test
  void settingsDelayAllAnswers() throws IOException {
    // Given
    client.register(get("/d").willReturn(ok("late")));

    // When
    client.setGlobalFixedDelayVariable(20);

    // Then
    assertThat(client.getGlobalSettings().getFixedDelay()).isEqualTo(20);
    assertThat(ask("/d").body()).isEqualTo("late");
    assertThat(client.getServeEvents().getFirst().getTiming().getAddedDelay()).isEqualTo(20);
    client.setGlobalRandomDelayVariable(new UniformDistribution(1, 3));
    assertThat(ask("/d").body()).isEqualTo("late");
  }

  @Test
  void faultsAreReallyOnTheWire() throws IOException {
    // Given
    for (Fault fault : Fault.values()) {
      client.register(get("/" + fault.name()).willReturn(aResponse().withFault(fault)));
    }

    // When
    Wire.Answer empty = ask("/EMPTY_RESPONSE");

    // Then
    assertThat(empty.status() + empty.body() + empty.failure()).isEmpty();
    assertThat(ask("/CONNECTION_RESET_BY_PEER").failure()).isEqualTo("SocketException");
    Wire.Answer garbage = ask("/RANDOM_DATA_THEN_CLOSE");
    assertThat(garbage.body()).isNotEmpty().doesNotStartWith("HTTP/");
    Wire.Answer malformed = ask("/MALFORMED_RESPONSE_CHUNK");
    assertThat(malformed.status()).contains("200");
    assertThat(malformed.headers()).containsEntry("transfer-encoding", "chunked");
    assertThat(malformed.body()).isNotEmpty();
  }

  @Test
  void otherServersAreAskedAndRecorded() throws IOException {
    // Given
    try (Ours target = Ours.open()) {
      target
          .client()
          .register(
              get("/real?x=1")
                  .willReturn(okJson("{\"real\":true}").withHeader("Set-Cookie", "s=1")));
      client.register(
          any(urlPathMatching("/proxied/.*"))
              .willReturn(
                  aResponse().proxiedFrom(target.url()).withProxyUrlPrefixToRemove("/proxied")));
      assertThat(ask("/proxied/real?x=1").body()).isEqualTo("{\"real\":true}");
      client.startStubRecording(target.url());
      ask("/real?x=1");

      // When
      List<StubMapping> recorded = client.stopStubRecording().getStubMappings();

      // Then
      assertThat(recorded).hasSize(1);
      assertThat(recorded.getFirst().getRequest().getUrl()).isEqualTo("/real?x=1");
    }
    assertThat(ask("/real?x=1").body()).isEqualTo("{\"real\":true}");
    assertThat(ask("/real?x=1").headers()).containsEntry("set-cookie", "redacted");
  }

  @Test
  void filesAreSentListedAndAnsweredWith() throws IOException {
    // Given
    ask("PUT", "/__admin/files/a/b.txt", "", "from a file: {{request.path}}");

    // When
    client.register(
        get("/f")
            .willReturn(aResponse().withBodyFile("a/b.txt").withTransformers("response-template")));

    // Then
    assertThat(ask("/f").body()).isEqualTo("from a file: /f");
    assertThat(ask("/__admin/files").body()).contains("a/b.txt");
    ask("DELETE", "/__admin/files/a/b.txt", "", "");
    assertThat(ask("/f").status()).contains("500");
  }

  @Test
  void randomValuesComeFromTheSeed() throws IOException {
    // Given
    String template =
        "{{randomValue type='UUID'}} {{randomInt lower=1 upper=100}} {{pickRandom 'a' 'b' 'c'}} {{randomDecimal lower=0 upper=1}} {{randomValue length=5 type='NUMERIC'}}";
    client.register(get("/r").willReturn(ok(template).withTransformers("response-template")));
    String first = ask("/r").body();
    String second = ask("/r").body();

    // When
    String again;
    try (Ours other = Ours.open()) {
      other
          .client()
          .register(get("/r").willReturn(ok(template).withTransformers("response-template")));
      again = Wire.send(other.port(), "GET", "/r", "", "").body();
    }

    // Then
    assertThat(again).isEqualTo(first).matches("[0-9a-f-]{36} [0-9]+ [abc] 0\\.[0-9]+.* [0-9]{5}");
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void templatesReachNoJavaObject() throws IOException {
    // Given
    client.register(
        get(urlPathEqualTo("/x"))
            .willReturn(
                ok("[{{request.class}}{{request.body.bytes}}{{request.getClass.name}}{{now.time}}{{request.query.size}}]")
                    .withTransformers("response-template")));

    // When
    String body = ask("/x?q=1").body();

    // Then
    assertThat(body).isEqualTo("[]");
  }
}
