package dev.concordat.standin.wiremock;

import com.github.tomakehurst.wiremock.client.WireMock;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.problem.Problem;
import dev.concordat.standin.http.HttpServer;
import dev.concordat.standin.wiremock.space.SpaceSettings;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Our server, and WireMock's own client for it.
final class Ours implements AutoCloseable {
  private final EventLoops loops = EventLoops.open();
  private final HttpServer http;
  private final WireMock client;
  private final List<Problem> problems;
  private final MappingServer mappings;

  private Ours(MappingSource source, SpaceSettings settings, List<OpenApiContract> contracts)
      throws IOException {
    MappingSource.Loaded loaded = MappingServer.load(Path.of("."), source, settings, contracts);
    problems = loaded.problems();
    mappings = loaded.server();
    http = HttpServer.open(0, mappings, loops);
    client = new WireMock("127.0.0.1", port());
  }

  static Ours open() throws IOException {
    return new Ours(MappingSource.NONE, SpaceSettings.DEFAULT, List.of());
  }

  static Ours open(SpaceSettings settings) throws IOException {
    return new Ours(MappingSource.NONE, settings, List.of());
  }

  static Ours open(MappingSource source, List<OpenApiContract> contracts) throws IOException {
    return new Ours(source, SpaceSettings.DEFAULT, contracts);
  }

  WireMock client() {
    return client;
  }

  List<Problem> problems() {
    return problems;
  }

  MappingServer mappings() {
    return mappings;
  }

  int port() {
    return http.address().getPort();
  }

  String url() {
    return http.url();
  }

  @Override
  public void close() {
    http.close();
    loops.close();
  }
}
