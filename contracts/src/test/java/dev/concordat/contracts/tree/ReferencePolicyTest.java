package dev.concordat.contracts.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferencePolicyTest {
  private static final ReadLimits SMALL = new ReadLimits(200, 20, 1_000, 100, 20, 200);

  @TempDir Path folder;
  private Path root = Path.of("");
  private HttpServer server;
  private String address = "";

  @BeforeEach
  void start() throws IOException {
    root = Files.createDirectory(folder.resolve("workspace"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    address = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/", exchange -> answer(exchange, 200, "{\"a\": {\"$ref\": \"b.yaml#/x\"}}"));
    server.createContext(
        "/common/b.yaml", exchange -> answer(exchange, 200, "x: {type: string}\n"));
    server.createContext("/common/big", exchange -> answer(exchange, 200, " ".repeat(500)));
    server.createContext("/common/gone", exchange -> answer(exchange, 404, "no"));
    server.createContext("/common/inside", exchange -> redirect(exchange, "b.yaml"));
    server.createContext("/common/outside", exchange -> redirect(exchange, "/secret"));
    server.createContext("/common/round", exchange -> redirect(exchange, "round"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void redirect(HttpExchange exchange, String location) {
    exchange.getResponseHeaders().add("Location", location);
    answer(exchange, 302, "");
  }

  private Reference follow(String reference, String... allowed) {
    var documents = new Documents(root, SMALL, ReferencePolicy.allowing(root, List.of(allowed)));
    Document document =
        documents.parse(
            "api.yaml", ("$ref: '" + reference + "'\n").getBytes(StandardCharsets.UTF_8));
    return documents.follow(document.root());
  }

  private Problem problem(String reference, String... allowed) {
    return ((Reference.Broken) follow(reference, allowed)).problem();
  }

  @Test
  void anAllowedAddressIsFetchedWithWhatItRefersTo() {
    // When
    Reference found = follow(address + "/common/a.json#/a", address + "/common/");

    // Then
    assertThat(found).isInstanceOf(Reference.Found.class);
    Node node = ((Reference.Found) found).node();
    assertThat(node.toString()).isEqualTo("{\"type\":\"string\"}");
    assertThat(node.place().shortForm()).isEqualTo(address + "/common/b.yaml:1");
  }

  @Test
  void aRedirectToWhatIsAllowedIsFollowed() {
    // When
    Reference found = follow(address + "/common/inside#/x", address + "/common");

    // Then
    assertThat(found).isInstanceOf(Reference.Found.class);
  }

  @Test
  void anAllowedFolderOutsideOfTheWorkspaceIsRead() throws IOException {
    // Given
    Path shared = Files.createDirectory(folder.resolve("shared"));
    Files.writeString(shared.resolve("b.yaml"), "x: {type: string}\n");

    // When
    Reference found = follow("../shared/b.yaml#/x", "../shared");

    // Then
    assertThat(found).isInstanceOf(Reference.Found.class);
    assertThat(((Reference.Found) found).node().place().file()).isEqualTo("../shared/b.yaml");
  }

  @Nested
  class Failures {
    @Test
    void whatIsNotAllowedIsRefusedAndTheMessageSaysHowToAllowIt() {
      // When
      Problem problem = problem("https://schemas.example/common/a.json#/x");

      // Then
      assertThat(problem.rule()).isEqualTo("contract/remote-reference");
      assertThat(problem.fix()).contains("--allow-reference https://schemas.example/common/");
    }

    @Test
    void aFolderOutsideIsRefusedAndTheMessageSaysHowToAllowIt() {
      // When
      Problem problem = problem("../shared/b.yaml#/x", "../other");

      // Then
      assertThat(problem.rule()).isEqualTo("contract/reference-leaves-root");
      assertThat(problem.fix()).contains("--allow-reference ../shared/");
    }

    @Test
    void aLinkOutOfAnAllowedFolderIsRefused() throws IOException {
      // Given
      Path shared = Files.createDirectory(folder.resolve("shared"));
      Path secret = Files.writeString(folder.resolve("secret.yaml"), "x: 1\n");
      Files.createSymbolicLink(shared.resolve("link.yaml"), secret);

      // When
      Problem problem = problem("../shared/link.yaml#/x", "../shared");

      // Then
      assertThat(problem.rule()).isEqualTo("contract/reference-leaves-root");
    }

    @Test
    void anotherHostPortOrSiblingFolderIsNotCovered() {
      assertThat(problem(address + "/commonplace/a", address + "/common").rule())
          .isEqualTo("contract/remote-reference");
      assertThat(problem("http://127.0.0.1.evil.example/common/a", address + "/common").rule())
          .isEqualTo("contract/remote-reference");
      assertThat(problem(address + "/common/%2e%2e/secret", address + "/common").rule())
          .isEqualTo("contract/remote-reference");
      assertThat(problem(address + "/common/../secret", address + "/common").rule())
          .isEqualTo("contract/remote-reference");
    }

    @Test
    void aRedirectOutOfWhatIsAllowedIsRefused() {
      // When
      Problem problem = problem(address + "/common/outside#/x", address + "/common/");

      // Then
      assertThat(problem.rule()).isEqualTo("contract/unfetched-reference");
      assertThat(problem.message()).contains("redirects to", "/secret", "not allowed");
    }

    @Test
    void answersThatAreTooBigAbsentOrEndlessAreTold() {
      assertThat(problem(address + "/common/big", address).message()).contains("cannot be fetched");
      assertThat(problem(address + "/common/gone", address).message()).contains("status 404");
      assertThat(problem(address + "/common/round", address).message())
          .contains("more than 5 times");
    }

    @Test
    void whatIsNoAddressCannotBeAllowed() {
      assertThatThrownBy(() -> ReferencePolicy.allowing(root, List.of("ftp://example.com/")))
          .hasMessageContaining("cannot be allowed");
      assertThatThrownBy(() -> ReferencePolicy.allowing(root, List.of("https://a@b.example/")))
          .hasMessageContaining("cannot be allowed");
    }
  }
}
