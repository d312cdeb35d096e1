package dev.concordat.standin.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// The same mapping and the same requests, against WireMock and against our server: the same answers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DifferentialTest {
  /// Length of `HTTP/1.1 200`.
  private static final int STATUS = 12;

  private final WireMockServer theirs =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
  private final List<Ours> ours = new ArrayList<>();

  @BeforeAll
  void start() throws IOException {
    theirs.start();
    ours.add(Ours.open());
  }

  @AfterAll
  void stop() {
    theirs.stop();
    ours.forEach(Ours::close);
  }

  @TestFactory
  Stream<DynamicTest> requestsAreMatchedAlike() throws IOException {
    return Golden.cases("matching.txt")
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> compare(one)));
  }

  @TestFactory
  Stream<DynamicTest> responsesAreMadeAlike() throws IOException {
    return Golden.cases("responses.txt")
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> compare(one)));
  }

  @TestFactory
  Stream<DynamicTest> templatesAreRenderedAlike() throws IOException {
    return Golden.templates("templates.txt")
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> compare(one)));
  }

  private void compare(Golden.Case one) throws IOException {
    // Given
    Ours server = ours.getFirst();
    for (int port : new int[] {theirs.port(), server.port()}) {
      var reset = Wire.send(port, "POST", "/__admin/reset", "", "");
      assertThat(reset.status()).contains("200");
      for (String mapping : one.mappings()) {
        var created =
            Wire.send(port, "POST", "/__admin/mappings", "Content-Type: application/json", mapping);
        assertThat(created.status()).describedAs(created.body()).contains("201");
      }
    }
    for (Golden.Sent sent : one.requests()) {
      // When
      Wire.Answer their = send(theirs.port(), sent);
      Wire.Answer our = send(server.port(), sent);

      // Then
      assertThat(shown(our)).describedAs(sent.toString()).isEqualTo(shown(their));
    }
  }

  private static Wire.Answer send(int port, Golden.Sent sent) throws IOException {
    return Wire.send(port, sent.method(), sent.target(), sent.headers(), sent.body());
  }

  /// Where nothing matched, both tell people why in their own words.
  private static String shown(Wire.Answer answer) {
    if (answer.status().contains(" 404 ") && !answer.headers().containsKey("matched-stub-id")) {
      return "not matched";
    }
    var headers = new TreeMap<>(answer.headers());
    List.of(
            "transfer-encoding",
            "content-length",
            "connection",
            "vary",
            "matched-stub-id",
            "date",
            "server")
        .forEach(headers::remove);
    // Reason phrases of the same status differ, and nothing reads them.
    return answer.status().substring(0, Math.min(STATUS, answer.status().length()))
        + "\n"
        + headers
        + "\n"
        + answer.body();
  }
}
