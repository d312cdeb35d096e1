package dev.concordat.wire.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.link.LinkName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static final String WEB_TOKEN =
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0";

  private final Redactor redactor = new Redactor();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "cookie",
        "Set-Cookie",
        "PROXY-AUTHORIZATION",
        "X-Api-Key",
        "api_key",
        "X-CSRF-Token",
        "Client-Secret"
      })
  void takesOutHeadersByName(String name) {
    HttpExchange redacted = redacted("/", "", new Header(name, "abc"));

    assertThat(redacted.request().headers()).containsExactly(new Header(name, Redactor.MARK));
  }

  @Test
  void takesOutQueryParametersByName() {
    HttpExchange redacted = redacted("/cb?code=7&access_token=abc&api%5Fkey=k", "");

    assertThat(redacted.request().target())
        .isEqualTo("/cb?code=7&access_token=«redacted»&api%5Fkey=«redacted»");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"password\":\"hunter2\"}                   | {\"password\":\"«redacted»\"}",
        "{\"a\":{\"clientSecret\" : [1,{\"x\":2}]},\"b\":1} | {\"a\":{\"clientSecret\" : \"«redacted»\"},\"b\":1}",
        "{\"pin\": 1234, \"n\": 12}                   | {\"pin\": \"«redacted»\", \"n\": 12}",
        "{\"pass\\u0077ord\":\"x\"}                   | {\"pass\\u0077ord\":\"«redacted»\"}",
        "{\"token\":null,\"hasPassword\":true}        | {\"token\":null,\"hasPassword\":true}",
        "{\"card\":\"4111 1111 1111 1111\"}           | {\"card\":\"«redacted»\"}",
        "{\"card\":4111111111111111}                  | {\"card\":\"«redacted»\"}",
        "{\"raw\":\"{\\\"password\\\":\\\"x\\\"}\"}   | {\"raw\":\"«redacted»\"}",
        "{\"password\":\"cut in the mid               | {\"password\":\"«redacted»\"",
      })
  void takesSecretsOutOfJson(String body, String expected) {
    assertThat(redacted("/", body).request().body().utf8()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"orderId\":\"4111111111111112\",\"at\":1700000000000000000}",
        "{\"phone\":\"+49 151 1234 5678\",\"name\":\"Zoë 😀\",\"tokenType\":\"x\"}",
        "{\"id\":\"7c9e6679-7425-40de-944b-e07fc1f90ae7\",\"total\":10.10}",
        "[1,2,\"bearer of news\",{\"n\":9007199254740993}]",
        "no json at all, just text with 1234 5678",
      })
  void leavesHarmlessBodiesAsTheyAre(String body) {
    assertThat(redacted("/", body).request().body()).isEqualTo(Bytes.utf8(body));
  }

  @Test
  void takesOutTokensByShapeWhereverTheyStand() {
    String text = "got " + WEB_TOKEN + " and Bearer abcdefgh12345678 from x";

    assertThat(redactor.redact(text)).isEqualTo("got «redacted» and Bearer «redacted» from x");
  }

  @Test
  void takesOutFormFields() {
    HttpExchange redacted =
        redacted(
            "/",
            "user=zoe&password=a%26b&x=1",
            new Header("Content-Type", "application/x-www-form-urlencoded"));

    assertThat(redacted.request().body().utf8()).isEqualTo("user=zoe&password=«redacted»&x=1");
  }

  @Test
  void takesOutPartsAndElements() {
    HttpExchange part =
        redacted(
            "/",
            "--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\nx\r\n--b--",
            new Header("Content-Type", "multipart/form-data; boundary=b"));
    HttpExchange element = redacted("/", "<a><w:Password t=\"1\">x</w:Password><b>2</b></a>");

    assertThat(part.request().body().utf8()).contains("\r\n\r\n«redacted»\r\n--b--");
    assertThat(element.request().body().utf8())
        .isEqualTo("<a><w:Password t=\"1\">«redacted»</w:Password><b>2</b></a>");
  }

  @Test
  void doesNotTellTheLengthOfASecret() {
    HttpExchange redacted =
        redacted("/", "{\"password\":\"hunter2\"}", new Header("Content-Length", "22"));

    assertThat(redacted.request().headers())
        .containsExactly(new Header("Content-Length", Redactor.MARK));
    assertThat(redacted.request().body().total()).isEqualTo(redacted.request().body().size());
  }

  @Test
  void takesOutACompressedBodyThatHoldsASecretOrCannotBeRead() throws IOException {
    Header gzip = new Header("Content-Encoding", "gzip");
    Bytes secret = gzip("{\"password\":\"hunter2\"}");
    Bytes harmless = gzip("{\"name\":\"x\"}");

    assertThat(body(secret, gzip).utf8()).isEqualTo(Redactor.MARK);
    assertThat(body(harmless, gzip)).isEqualTo(harmless);
    assertThat(body(harmless, new Header("Content-Encoding", "br")).utf8())
        .isEqualTo(Redactor.MARK);
  }

  @Test
  void keepsBytesThatAreNoText() {
    byte[] noise = new byte[4096];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i * 31);
    }

    assertThat(body(Bytes.of(noise))).isEqualTo(Bytes.of(noise));
  }

  @Test
  void saysHowMuchOfACutBodyWasNotSeen() {
    byte[] first = "{\"password\":\"hunter2\",\"n\":[1,2".getBytes(UTF_8);

    Bytes redacted = body(Bytes.cut(first, first.length + 70));

    assertThat(redacted.utf8()).isEqualTo("{\"password\":\"«redacted»\",\"n\":[1,2");
    assertThat(redacted.total() - redacted.size()).isEqualTo(70);
  }

  @Test
  void takesSecretsOutOfMessagesAndRows() {
    MessageDelivery message =
        new MessageDelivery(
            "x1",
            "events",
            "logins",
            0,
            1,
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            Optional.of(Bytes.utf8("k")),
            Optional.of(Bytes.utf8("{\"token\":\"t\"}")),
            List.of(new Header("authorization", "x")));
    RowChange row =
        new RowChange(
            "x2",
            "db",
            "users",
            RowChange.Kind.INSERT,
            Instant.EPOCH,
            Map.of("password_hash", Optional.of("abc"), "name", Optional.of("zoe")));

    var redactedMessage = (MessageDelivery) redactor.redact(message);
    var redactedRow = (RowChange) redactor.redact(row);

    assertThat(redactedMessage.value().orElseThrow().utf8())
        .isEqualTo("{\"token\":\"«redacted»\"}");
    assertThat(redactedMessage.headers().getFirst().value()).isEqualTo(Redactor.MARK);
    assertThat(redactedRow.columns())
        .containsEntry("password_hash", Optional.of(Redactor.MARK))
        .containsEntry("name", Optional.of("zoe"));
  }

  @Test
  void takesOutNamesThatWereAdded() {
    Redactor more = new Redactor(Set.of("tax-id"));

    HttpExchange redacted = (HttpExchange) more.redact(exchange("/?taxId=7", Bytes.EMPTY));

    assertThat(redacted.request().target()).isEqualTo("/?taxId=«redacted»");
  }

  @Test
  void isQuickOnLongHostileTexts() {
    for (String piece : List.of("eyJ", "bearer ", "4 1-", "\"a\\", "<a>", "name=\"", "{\"x\":")) {
      String text = piece.repeat((1 << 18) / piece.length());

      assertThat(body(Bytes.utf8(text)).size()).isPositive();
      assertThat(body(Bytes.utf8(text), new Header("Content-Type", "multipart/x")).size())
          .isPositive();
    }
  }

  private Bytes body(Bytes body, Header... headers) {
    return ((HttpExchange) redactor.redact(exchange("/", body, headers))).request().body();
  }

  private HttpExchange redacted(String target, String body, Header... headers) {
    return (HttpExchange) redactor.redact(exchange(target, Bytes.utf8(body), headers));
  }

  private static HttpExchange exchange(String target, Bytes body, Header... headers) {
    return new HttpExchange(
        "x1",
        new LinkName("a", "b"),
        Instant.EPOCH,
        Duration.ZERO,
        Optional.empty(),
        new HttpRequestMessage("POST", target, new ArrayList<>(Arrays.asList(headers)), body),
        Optional.of(new HttpResponseMessage(200, List.of(), Bytes.EMPTY)),
        Optional.empty());
  }

  private static Bytes gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return Bytes.of(out.toByteArray());
  }
}
