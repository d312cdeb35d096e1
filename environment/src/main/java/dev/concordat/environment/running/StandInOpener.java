package dev.concordat.environment.running;

import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.net.InetSocketAddress;

/// Starts servers that speak for systems which are not here. Who starts environments says which.
public interface StandInOpener {
  /// Opens a stand-in on loopback; it answers when this returns.
  ///
  /// @param contract what it answers by
  /// @throws IOException when it cannot listen
  Opened open(OpenApiContract contract, EventLoops loops) throws IOException;

  /// Opens a stand-in at a broker; it takes messages, and answers those that ask, when this returns.
  ///
  /// @param contract of the system that it plays
  /// @param bootstrap of the broker, `host:port`
  /// @return with the address at which it is told to send
  /// @throws IOException when the broker does not answer, or it cannot listen
  Opened open(AsyncApiContract contract, String bootstrap, EventLoops loops) throws IOException;

  /// A stand-in that answers until it is closed.
  interface Opened extends AutoCloseable {
    InetSocketAddress address();

    @Override
    void close();
  }
}
