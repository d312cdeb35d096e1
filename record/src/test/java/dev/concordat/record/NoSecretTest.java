package dev.concordat.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.record.document.ContractDocument;
import dev.concordat.record.learning.Learning;
import dev.concordat.record.learning.Lesson;
import dev.concordat.record.output.RecordedFiles;
import dev.concordat.record.privacy.Cleaner;
import dev.concordat.record.settling.Settled;
import dev.concordat.record.settling.Settling;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A secret, wherever it stands in an exchange, stands in no file of a recording.
final class NoSecretTest {
  /// A secret that only its place gives away.
  private static final String SECRET = "correct-horse-77";

  /// In so many exchanges an enumeration could be learned.
  private static final int TIMES = 12;

  private static final String JWT =
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer correct-horse-77",
        "Authorization: correct-horse-77",
        "X-Api-Key: correct-horse-77",
        "Cookie: theme=dark; session=correct-horse-77",
        "X-Auth-Token: correct-horse-77",
        "Proxy-Authorization: Basic correct-horse-77"
      })
  void inAHeaderOfARequestAndRepeatedInItsAnswer(String line) {
    // Given
    Header header = header(line);
    var traffic = new Traffic();
    for (int at = 0; at < TIMES; at++) {
      traffic.call(
          "GET",
          "/a/7",
          List.of(header),
          "",
          200,
          List.of(),
          "{\"id\":7,\"echo\":\"" + SECRET + "\"}");
    }
    // When
    Map<String, String> files = files(traffic.exchanges());
    // Then
    assertNowhere(files, SECRET);
  }

  @Test
  void inBasicCredentials() {
    // Given
    String both =
        Base64.getEncoder().encodeToString(("ada:" + SECRET).getBytes(StandardCharsets.UTF_8));
    var traffic =
        new Traffic()
            .call(
                "GET",
                "/a",
                List.of(new Header("Authorization", "Basic " + both)),
                "",
                200,
                List.of(),
                "{\"you\":\"ada\",\"echo\":\"" + SECRET + "\"}");
    // When
    Map<String, String> files = files(traffic.exchanges());
    // Then
    assertNowhere(files, SECRET);
    assertNowhere(files, both);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a?api_key=correct-horse-77",
        "/a?x=1&access_token=correct-horse-77&y=2",
        "/reset/correct-horse-77",
        "/files/shared/token/correct-horse-77/content",
        "/a/Zm9vYmFyMTIzNDU2Nzg5MGFiY2RlZg77/b"
      })
  void inATarget(String target) {
    // Given
    var traffic = new Traffic();
    for (int at = 0; at < TIMES; at++) {
      traffic.call("GET", target, "", 200, "{\"a\":1}");
    }
    // When
    Map<String, String> files = files(traffic.exchanges());
    // Then
    assertNowhere(files, SECRET);
    assertNowhere(files, "Zm9vYmFyMTIzNDU2Nzg5MGFiY2RlZg77");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"password\":\"correct-horse-77\"}",
        "{\"user\":{\"credentials\":{\"any\":\"correct-horse-77\"}}}",
        "{\"tokens\":[\"correct-horse-77\"]}",
        "{\"list\":[{\"clientSecret\":\"correct-horse-77\"},{\"note\":\"it is correct-horse-77\"}]}",
        "{\"text\":\"{\\\"password\\\":\\\"correct-horse-77\\\"}\"}",
        "{\"dsn\":\"postgres://app:correct-horse-77@db/orders\"}"
      })
  void inABodyOfARequestAndOfAnAnswer(String body) {
    // Given
    var traffic = new Traffic();
    for (int at = 0; at < TIMES; at++) {
      traffic.call("POST", "/a", body, 201, body);
    }
    // When
    Map<String, String> files = files(traffic.exchanges());
    // Then
    assertNowhere(files, SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        JWT,
        "4111111111111111",
        "AKIAIOSFODNN7EXAMPLE",
        "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
        "dGhpc0lzQVZlcnlMb25nUmFuZG9tS2V5MTIz"
      })
  void byItsShapeWhateverItIsCalled(String secret) {
    // Given
    var traffic = new Traffic();
    for (int at = 0; at < TIMES; at++) {
      traffic.call(
          "POST",
          "/a?q=" + secret,
          "{\"note\":\"" + secret + "\",\"" + secret + "\":1}",
          200,
          "{\"kind\":\"" + secret + "\"}");
    }
    // When
    Map<String, String> files = files(traffic.exchanges());
    // Then
    assertNowhere(files, secret);
  }

  @Test
  void inFormsCookiesAndAddressesOfAnswers() {
    // Given
    var form = List.of(new Header("Content-Type", "application/x-www-form-urlencoded"));
    var answer =
        List.of(
            new Header("Set-Cookie", "sid=" + SECRET + "; Path=/; HttpOnly"),
            new Header("Location", "/welcome?token=" + SECRET));
    var traffic =
        new Traffic().call("POST", "/login", form, "user=ada&password=" + SECRET, 303, answer, "");
    // When
    Map<String, String> files = files(traffic.exchanges());
    // Then
    assertNowhere(files, SECRET);
  }

  @Test
  void addressesOfPeopleWhereThatIsAskedFor() {
    // Given
    var traffic = new Traffic().call("GET", "/a", "", 200, "{\"mail\":\"ada@shop.example\"}");
    // When
    Map<String, String> files = files(traffic.exchanges(), true);
    // Then
    assertNowhere(files, "ada@shop.example");
  }

  private static Header header(String line) {
    int colon = line.indexOf(':');
    return new Header(line.substring(0, colon), line.substring(colon + 2));
  }

  private static void assertNowhere(Map<String, String> files, String secret) {
    files.forEach((name, text) -> assertThat(text).as(name).doesNotContain(secret));
  }

  private static Map<String, String> files(List<HttpExchange> exchanges) {
    return files(exchanges, false);
  }

  private static Map<String, String> files(List<HttpExchange> exchanges, boolean hidesAddresses) {
    var recorder =
        new Recorder(
            new Cleaner(Set.of(), hidesAddresses), Lesson.Known.NOTHING, Learning.EMPTY, 1_000);
    exchanges.forEach(recorder::seen);
    Settled settled = Settling.of(recorder.learning());
    var files =
        RecordedFiles.of(
            recorder.learning(),
            settled,
            ContractDocument.of(settled, "Recorded", Optional.empty()),
            "recorded",
            recorder.exchanges());
    return files.texts();
  }
}
