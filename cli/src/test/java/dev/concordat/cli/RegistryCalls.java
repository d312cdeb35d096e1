package dev.concordat.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/// Publishes to registries that may be dead.
record RegistryCalls(HttpClient client, String token) implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /// The status of the answer; 0 where there was none.
  int post(String url, String path, String body) throws InterruptedException {
    try {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url + path))
                  .header("Authorization", "Bearer " + token)
                  .timeout(LIMIT)
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    } catch (IOException dead) {
      return 0;
    }
  }

  /// A publication of one pact with a provider `hub`.
  ///
  /// @param interaction what the pact is about, without quotes
  static String publication(String consumer, String version, String interaction) {
    String pact =
        "{\"consumer\": {\"name\": \"%s\"}, \"provider\": {\"name\": \"hub\"}, \"interactions\": [{\"description\": \"%s\"}]}"
            .formatted(consumer, interaction);
    return "{\"system\": \"%s\", \"version\": \"%s\", \"branch\": \"main\", \"pacts\": [{\"provider\": \"hub\", \"content\": \"%s\"}]}"
        .formatted(
            consumer,
            version,
            Base64.getEncoder().encodeToString(pact.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    client.close();
  }
}
