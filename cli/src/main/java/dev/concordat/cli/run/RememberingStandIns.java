package dev.concordat.cli.run;

import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.environment.running.StandInOpener;
import dev.concordat.standin.StandIn;
import dev.concordat.standin.StandInSettings;
import dev.concordat.standin.Verification;
import dev.concordat.standin.http.HttpServer;
import dev.concordat.standin.kafka.KafkaAdministration;
import dev.concordat.standin.kafka.KafkaStandIn;
import dev.concordat.standin.kafka.KafkaStandInSettings;
import dev.concordat.standin.message.MessageSettings;
import dev.concordat.standin.message.MessageStandIn;
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

  /// What it has against messages is in its journal, and the run's own findings tell the same.
  @Override
  public Opened open(AsyncApiContract contract, String bootstrap, EventLoops loops)
      throws IOException {
    var standIn = new MessageStandIn(contract, new MessageSettings(seed, false));
    KafkaStandIn atBroker =
        KafkaStandIn.open(standIn, bootstrap, KafkaStandInSettings.DEFAULT, loops, ignored -> {});
    try {
      return new AtBroker(atBroker, HttpServer.open(0, new KafkaAdministration(atBroker), loops));
    } catch (IOException unheard) {
      atBroker.close();
      throw unheard;
    }
  }

  private record AtBroker(KafkaStandIn standIn, HttpServer administration) implements Opened {
    @Override
    public InetSocketAddress address() {
      return administration.address();
    }

    @Override
    public void close() {
      administration.close();
      standIn.close();
    }
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
