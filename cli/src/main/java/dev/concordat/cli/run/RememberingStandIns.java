package dev.concordat.cli.run;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.environment.running.StandInOpener;
import dev.concordat.standin.StandIn;
import dev.concordat.standin.StandInSettings;
import dev.concordat.standin.Verification;
import dev.concordat.standin.server.StandInServer;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/// The stand-ins of environments: the same that `concordat standin` serves.
///
/// @param seed of all values that they make
record RememberingStandIns(long seed, Verification.Source verifications) implements StandInOpener {

  @Override
  public Opened open(OpenApiContract contract, EventLoops loops) throws IOException {
    var settings = new StandInSettings(seed, StandInSettings.DEFAULT.startWith());
    var standIn = new StandIn(contract, settings, verifications);
    return new Open(StandInServer.open(List.of(standIn), 0, loops));
  }

  private record Open(StandInServer server) implements Opened {
    @Override
    public InetSocketAddress address() {
      return server.address();
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
