package dev.concordat.cli;

import static dev.concordat.cli.ComparedWorkspace.NARROWER;
import static dev.concordat.cli.ComparedWorkspace.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `concordat replay ID --url URL`: whether the provider that runs there refuses the request.
class ReplayToProviderTest {
  private static final Pattern REPLAY = Pattern.compile("concordat replay ([0-9a-f]{6})");

  private final List<String> received = new CopyOnWriteArrayList<>();
  @TempDir private Path temporary;
  private ComparedWorkspace workspace;
  private HttpServer provider;
  private int status = 400;

  @BeforeEach
  void aProvider() throws IOException {
    workspace = ComparedWorkspace.in(temporary).with("old.yaml", ORDERS).with("new.yaml", NARROWER);
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String who = exchange.getRequestHeaders().getFirst("Authorization");
          received.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + body
                  + " "
                  + who);
          byte[] answer = "{\"why\":\"qty\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    provider.start();
  }

  @AfterEach
  void theProviderStops() {
    provider.stop(0);
  }

  private String url() {
    return "http://127.0.0.1:" + provider.getAddress().getPort();
  }

  private String id() {
    Matcher matcher = REPLAY.matcher(workspace.run("diff", "old.yaml", "new.yaml").out());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void aProviderThatRefusesItIsAFinding() {
    var result = workspace.run("replay", id(), "--url", url());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("  ✗ the provider refuses it: 400 {\"why\":\"qty\"}\n");
    assertThat(received).containsExactly("POST /orders {\"sku\":\"\",\"qty\":1} null");
  }

  @Test
  void aProviderThatTakesItHolds() {
    status = 201;

    var result = workspace.run("replay", id(), "--url", url() + "/v1/", "--bearer", "t0ken");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("  ✓ the provider takes it: 201");
    assertThat(received.getFirst()).startsWith("POST /v1/orders ").endsWith(" Bearer t0ken");
  }

  @Test
  void aProviderThatFailsIsNoRefusal() {
    status = 500;

    var result = workspace.run("replay", id(), "--url", url(), "--format", "json");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("\"status\": 500", "\"says\": \"fails on it\"");
  }

  @Test
  void oneThatAsksWhoCallsHasNotJudgedTheRequest() {
    status = 401;

    var result = workspace.run("replay", id(), "--url", url());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("it asks who calls. Give --bearer, --basic or --header.");
  }

  @Test
  void nobodyThereIsNoVerdict() {
    String id = id();
    provider.stop(0);

    var result = workspace.run("replay", id, "--url", url());

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("the provider gave no answer");
  }

  @Test
  void whatIsNoAddressIsAnswered() {
    var result = workspace.run("replay", id(), "--url", "localhost");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("'localhost' is no address of HTTP");
  }
}
