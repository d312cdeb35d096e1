package dev.concordat.wire.toxiproxy;

import com.sun.net.httpserver.HttpServer;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server that speaks Toxiproxy's HTTP API (usually on port 8474) and keeps TCP links, its *proxies*, with faults on them, its
/// *toxics*. What is different from Toxiproxy 2 stands in `docs/reference/faults.md`.
///
/// Thread-safe. The proxies listen where their makers say; the server listens where it is told.
public final class ToxiproxyServer implements AutoCloseable {
  /// Where Toxiproxy listens.
  public static final int USUAL_PORT = 8474;

  private final HttpServer server;
  private final ExecutorService workers;
  private final Proxies proxies;

  private ToxiproxyServer(HttpServer server, ExecutorService workers, Proxies proxies) {
    this.server = server;
    this.workers = workers;
    this.proxies = proxies;
  }

  /// Opens the server, without proxies.
  ///
  /// @param address where the API is offered; port 0 for a free one
  /// @param loops the threads that relay; whoever opened them closes them
  /// @param seed of all that chance decides: toxicity, jitter, sizes of slices
  /// @throws IOException when the port is taken
  public static ToxiproxyServer open(InetSocketAddress address, EventLoops loops, long seed)
      throws IOException {
    var proxies = new Proxies(loops, seed);
    HttpServer server = HttpServer.create(address, 0);
    ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    server.createContext("/", new Api(proxies));
    server.setExecutor(workers);
    server.start();
    return new ToxiproxyServer(server, workers, proxies);
  }

  /// Where the API is.
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /// Ends the API and all proxies.
  @Override
  public void close() {
    server.stop(0);
    workers.close();
    proxies.close();
  }
}
