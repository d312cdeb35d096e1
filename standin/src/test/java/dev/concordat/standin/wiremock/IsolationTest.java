package dev.concordat.standin.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// Tests that run side by side do not meet.
final class IsolationTest extends ClientCase {
  @Test
  void testsDoNotMeetByPath() throws IOException {
    // Given
    WireMock one = new WireMock("127.0.0.1", server.port(), "/__test/one");
    WireMock two = new WireMock("127.0.0.1", server.port(), "/__test/two");
    client.register(get("/shared").willReturn(ok("shared")));
    one.register(get("/x").willReturn(ok("one")));
    two.register(get("/x").willReturn(ok("two")));

    // When
    String answer = ask("/__test/one/x").body();

    // Then
    assertThat(answer).isEqualTo("one");
    assertThat(ask("/__test/two/x").body()).isEqualTo("two");
    assertThat(ask("/__test/two/shared").body()).isEqualTo("shared");
    assertThat(ask("/x").status()).contains("404");
    one.verifyThat(1, getRequestedFor(urlEqualTo("/x")));
    two.resetMappings();
    assertThat(ask("/__test/one/x").body()).isEqualTo("one");
    assertThat(ask("/__test/two/x").status()).contains("404");
    client.verifyThat(0, getRequestedFor(urlEqualTo("/shared")));
  }

  @Test
  void testsDoNotMeetByHeader() throws IOException {
    // Given
    ask(
        "POST",
        "/__admin/mappings",
        "Concordat-Test: t1",
        "{\"request\":{\"url\":\"/h\"},\"response\":{\"body\":\"t1\"}}");

    // When
    String answer = ask("GET", "/h", "Concordat-Test: t1", "").body();

    // Then
    assertThat(answer).isEqualTo("t1");
    assertThat(ask("/h").status()).contains("404");
    assertThat(ask("GET", "/__admin/spaces", "", "").body()).contains("t1");
    assertThat(ask("DELETE", "/__admin/spaces/t1", "", "").status()).contains("200");
    assertThat(ask("GET", "/h", "Concordat-Test: t1", "").status()).contains("404");
  }
}
