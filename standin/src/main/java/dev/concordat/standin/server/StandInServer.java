package dev.concordat.standin.server;

import dev.concordat.standin.StandIn;
import dev.concordat.standin.http.Answerer;
import dev.concordat.standin.http.HttpServer;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// An HTTP/1.1 server for one stand-in, or for several whose paths do not meet. Listens on loopback only. Thread-safe.
public final class StandInServer implements AutoCloseable {
  private static final int MAX_MEETINGS = 5;

  private final HttpServer server;
  private final String adminPath;

  private StandInServer(HttpServer server, String adminPath) {
    this.server = server;
    this.adminPath = adminPath;
  }

  /// The operations of two of the stand-ins that one request could mean, as sentences; none where all can share a port.
  public static List<String> meetings(List<StandIn> standIns) {
    var meetings = new ArrayList<String>();
    for (int i = 0; i < standIns.size(); i++) {
      for (int j = i + 1; j < standIns.size(); j++) {
        meetings.addAll(
            Together.meetings(
                standIns.get(i).contract(), standIns.get(j).contract(), MAX_MEETINGS));
      }
    }
    return meetings;
  }

  /// Opens a server; it answers when this returns.
  ///
  /// @param standIns at least one, and none that meet
  /// @param port 0 for a free one
  /// @throws IOException when the port is taken
  public static StandInServer open(List<StandIn> standIns, int port, EventLoops loops)
      throws IOException {
    var dispatch = new Dispatch(standIns);
    return new StandInServer(HttpServer.open(port, dispatch, loops), dispatch.adminPath());
  }

  /// What answers for stand-ins, for a server of another.
  ///
  /// @param standIns at least one, and none that meet
  public static Answerer answerer(List<StandIn> standIns) {
    return new Dispatch(standIns);
  }

  public InetSocketAddress address() {
    return server.address();
  }

  /// `http://127.0.0.1:8080`.
  public String url() {
    return server.url();
  }

  /// The path below which state and rules are; no contract has any below it.
  public String adminPath() {
    return adminPath;
  }

  @Override
  public void close() {
    server.close();
  }
}
