package dev.concordat.contracts.pact.compatibility;

import dev.concordat.contracts.pact.PactMessage;
import dev.concordat.contracts.pact.PactVersion;
import dev.concordat.contracts.pact.mock.MockReport;
import dev.concordat.contracts.pact.verification.Peer;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the steps of one scenario share: its interactions, servers and folder.
final class Scene implements AutoCloseable {
  private static final ThreadLocal<Optional<Scene>> CURRENT =
      ThreadLocal.withInitial(Optional::empty);

  private final PactVersion version;
  private final Path folder;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<LoopbackServer> servers = new ArrayList<>();
  private final Map<Integer, Map<String, String>> rows = new LinkedHashMap<>();

  private final Map<String, List<PactMessage>> received = new LinkedHashMap<>();
  private Optional<MockReport> report = Optional.empty();

  private Scene(PactVersion version, Path folder) {
    this.version = version;
    this.folder = folder;
  }

  static void begin(PactVersion version) throws IOException {
    CURRENT.set(Optional.of(new Scene(version, Files.createTempDirectory("pacts"))));
  }

  static Scene current() {
    return CURRENT.get().orElseThrow();
  }

  static void end() throws IOException {
    current().close();
    CURRENT.remove();
  }

  PactVersion version() {
    return version;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  LoopbackServer serve(Peer peer) throws IOException {
    LoopbackServer server = LoopbackServer.start(peer);
    servers.add(server);
    return server;
  }

  Peer peer(String address) {
    return new HttpPeer(client, address);
  }

  void define(Map<String, String> row) {
    rows.put(Integer.valueOf(row.get("No")), Suite.filled(row));
  }

  Map<String, String> row(int number) {
    return rows.get(number);
  }

  /// A row with some cells changed.
  Map<String, String> row(int number, Map<String, String> changes) {
    Map<String, String> row = new LinkedHashMap<>(rows.get(number));
    row.putAll(Suite.filled(changes));
    return row;
  }

  /// The interaction of a row, as version 4 states it.
  JsonObject interaction(Map<String, String> row) {
    return JsonObject.EMPTY
        .with("type", new JsonString("Synchronous/HTTP"))
        .with("description", new JsonString("interaction " + row.get("No")))
        .with(
            "request",
            Suite.message(only(row, "query", "headers", "body", "matching rules"))
                .with("method", new JsonString(row.get("method")))
                .with("path", new JsonString(row.get("path"))))
        .with("response", Suite.message(response(row)));
  }

  private static Map<String, String> response(Map<String, String> row) {
    Map<String, String> response = new LinkedHashMap<>();
    response.put("status", row.get("response"));
    response.put("headers", row.get("response headers"));
    response.put("content type", row.get("response content"));
    response.put("body", row.get("response body"));
    response.put("matching rules", row.get("response matching rules"));
    return response;
  }

  private static Map<String, String> only(Map<String, String> row, String... names) {
    Map<String, String> some = new LinkedHashMap<>();
    Stream.of(names).forEach(name -> some.put(name, row.get(name)));
    return some;
  }

  void receive(Map<String, List<PactMessage>> messages) {
    received.putAll(messages);
  }

  /// What the consumer's handler took, by its part.
  Map<String, List<PactMessage>> received() {
    return received;
  }

  void finish(MockReport result) {
    report = Optional.of(result);
  }

  MockReport report() {
    return report.orElseThrow();
  }

  @Override
  public void close() throws IOException {
    servers.forEach(LoopbackServer::close);
    client.close();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
