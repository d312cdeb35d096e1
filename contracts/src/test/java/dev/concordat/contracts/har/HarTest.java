package dev.concordat.contracts.har;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.stub.Golden;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubBody;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.contracts.stub.Texts;
import dev.concordat.contracts.tree.Document;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.link.LinkName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HarTest {
  private static final String BROWSER =
      """
      {"log": {"version": "1.2", "creator": {"name": "WebInspector", "version": "537.36"},
        "pages": [],
        "entries": [
          {"startedDateTime": "2026-01-06T09:30:00.250Z", "time": 12.5, "_priority": "High",
           "request": {"method": "POST", "url": "https://api.example:8443/orders?a=b%20c#top",
             "httpVersion": "http/2.0", "cookies": [],
             "headers": [{"name": ":method", "value": "POST"},
                         {"name": "Content-Type", "value": "application/json"}],
             "queryString": [{"name": "a", "value": "b c"}],
             "postData": {"mimeType": "application/json", "text": "{\\"qty\\": 2}"},
             "headersSize": -1, "bodySize": 10},
           "response": {"status": 201, "statusText": "Created", "httpVersion": "http/2.0",
             "cookies": [],
             "headers": [{"name": "content-encoding", "value": "br"},
                         {"name": "Content-Type", "value": "application/json"}],
             "content": {"size": 8, "mimeType": "application/json", "text": "eyJpZCI6MX0=",
               "encoding": "base64"},
             "redirectURL": "", "headersSize": -1, "bodySize": -1},
           "cache": {}, "timings": {"send": 0, "wait": 12.5, "receive": 0}},
          {"startedDateTime": "2026-01-06T10:30:01+01:00", "time": -1,
           "request": {"method": "GET", "url": "https://api.example/none", "headers": []},
           "response": {"status": 0, "headers": [], "content": {},
             "_error": "net::ERR_CONNECTION_REFUSED"}}]}}
      """;

  private static Document document(String text) {
    return Texts.document("recorded.har", text);
  }

  private static Bytes gzip(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Bytes.of(out.toByteArray());
  }

  @Test
  void readsWhatABrowserRecordedAsStubs() {
    // When
    StubContract archive = (StubContract) new ContractReader(Path.of(".")).read(document(BROWSER));

    // Then
    assertThat(archive.kind()).isEqualTo(ContractKind.HAR);
    assertThat(archive.problems()).isEmpty();
    Stub stub = archive.stubs().getFirst();
    assertThat(Texts.shown(stub.request()))
        .containsExactly(
            "SCHEME https",
            "HOST api.example:8443",
            "METHOD POST",
            "PATH /orders",
            "QUERY_PARAMETER a b c",
            "BODY Json[expected={\"qty\":2}, ignoresOrder=false, ignoresExtra=false]");
    assertThat(stub.place().line()).isEqualTo(4);
    var response = (StubResponse.Stated) stub.responses().getFirst();
    assertThat(response.headers()).containsExactly(new Header("Content-Type", "application/json"));
    assertThat(response.body()).isEqualTo(new StubBody.Inline(Bytes.utf8("{\"id\":1}")));
    assertThat(archive.stubs().getLast().response())
        .hasValueSatisfying(last -> assertThat(last).isInstanceOf(StubResponse.Broken.class));
    assertThat(archive.stubs().getLast().request().on(RequestPart.BODY)).isEmpty();
  }

  @Test
  void readsWhatABrowserRecordedAsExchanges() {
    // When
    List<HttpExchange> exchanges = HarReader.exchanges(document(BROWSER)).exchanges();

    // Then
    HttpExchange first = exchanges.getFirst();
    assertThat(first.at()).isEqualTo(Instant.parse("2026-01-06T09:30:00.250Z"));
    assertThat(first.duration()).isEqualTo(Duration.ofNanos(12_500_000));
    assertThat(first.link()).isEqualTo(new LinkName("unknown", "api.example:8443"));
    assertThat(first.request().target()).isEqualTo("/orders?a=b%20c");
    assertThat(first.request().headers()).hasSize(1);
    HttpExchange second = exchanges.getLast();
    assertThat(second.response()).isEmpty();
    assertThat(second.failure()).contains("net::ERR_CONNECTION_REFUSED");
    assertThat(second.at()).isEqualTo(Instant.parse("2026-01-06T09:30:01Z"));
  }

  @Test
  void whatIsWrittenReadsAsTheSameExchanges() throws IOException {
    // Given
    var link = new LinkName("orders", "payments");
    var at = Instant.parse("2026-01-06T09:30:00.123456789Z");
    var full =
        new HttpExchange(
            "x1",
            link,
            at,
            Duration.ofNanos(1_234_567),
            Optional.of("0af7651916cd43dd8448eb211c80319c"),
            new HttpRequestMessage(
                "POST",
                "/charges?a=%F0%9F%98%80&a=2&b",
                List.of(new Header("Host", "localhost:80"), new Header("Cookie", "a=1; b=2")),
                Bytes.utf8("{\"amount\":10.10,\"name\":\"Zoë 😀\"}")),
            Optional.of(
                new HttpResponseMessage(
                    201,
                    List.of(
                        new Header("Set-Cookie", "s=1; Path=/"),
                        new Header("Set-Cookie", "t=2"),
                        new Header("Content-Encoding", "gzip")),
                    gzip("{\"ok\":true}"))),
            Optional.empty());
    var odd =
        new HttpExchange(
            "x2",
            link,
            at,
            Duration.ZERO,
            Optional.empty(),
            new HttpRequestMessage(
                "OPTIONS", "*", List.of(), Bytes.of(new byte[] {(byte) 0xff, 0, 1})),
            Optional.of(
                new HttpResponseMessage(
                    200, List.of(), Bytes.cut(new byte[] {(byte) 0xfe, 'a'}, 5_000_000_000L))),
            Optional.of("closed before the response ended"));
    var none =
        new HttpExchange(
            "x3",
            link,
            at,
            Duration.ofMillis(3),
            Optional.empty(),
            new HttpRequestMessage("GET", "http://payments/charges", List.of(), Bytes.EMPTY),
            Optional.empty(),
            Optional.of("connection refused"));

    // When
    String archive = HarWriter.write(List.of(full, odd, none), "1.0");

    // Then
    HarReader.Archive read = HarReader.exchanges(document(archive));
    assertThat(read.problems()).isEmpty();
    assertThat(read.exchanges()).containsExactly(full, odd, none);
    assertThat(archive).contains("\"text\": \"{\\\"ok\\\":true}\"");
  }

  @Nested
  class Failures {
    @Test
    void tellsWhatIsWrongAndReadsTheRest() throws IOException {
      // Given
      Document document =
          document(
              """
              {"log": {"version": "2.0", "entry": [], "entries": [
                {"startedDateTime": "yesterday", "request": {"method": "GET", "url": "http://a/b"},
                 "response": {"status": 200, "content": {"text": "?", "encoding": "base64"}}},
                {"request": {"method": "GET"}, "response": {"status": 200}},
                {"request": {"method": "GET", "url": "/relative", "headers": {}},
                 "response": {"status": 200, "content": {"text": "x", "encoding": "rot13"}}},
                "none"]}}
              """);

      // When
      StubContract archive = HarReader.read(document);

      // Then
      assertThat(archive.stubs()).hasSize(2);
      Golden.assertProblems(getClass(), "problems.golden", document, archive.problems());
    }
  }
}
