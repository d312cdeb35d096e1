package dev.concordat.standin.wiremock;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A server of ours, and WireMock's client for it.
abstract class ClientCase {
  final Ours server = open();
  final WireMock client = server.client();

  private static Ours open() {
    try {
      return Ours.open();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void begin() {
    // The calls that are static are for the client of this thread.
    WireMock.configureFor(client);
    client.resetToDefaultMappings();
  }

  @AfterEach
  void close() {
    server.close();
  }

  final Wire.Answer ask(String method, String target, String headers, String body)
      throws IOException {
    return Wire.send(server.port(), method, target, headers, body);
  }

  final Wire.Answer ask(String target) throws IOException {
    return ask("GET", target, "", "");
  }
}
