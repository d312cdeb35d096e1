package dev.concordat.cli.standin;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.cli.run.Troubles;
import dev.concordat.cli.verification.Verifications;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.run.Verdict;
import dev.concordat.standin.StandIn;
import dev.concordat.standin.graphql.GraphQlStandIn;
import dev.concordat.standin.http.Answerer;
import dev.concordat.standin.http.HttpServer;
import dev.concordat.standin.message.MessageStandIn;
import dev.concordat.standin.pact.PactStandIn;
import dev.concordat.standin.recorded.RecordedStandIn;
import dev.concordat.standin.server.StandInServer;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// Serves contracts by stand-ins until the process is told to stop.
public final class Serving {
  private final Console console;
  private final Path folder;
  private final Installation installation;

  /// @param folder the workspace: references never lead out of it
  public Serving(Console console, Path folder, Installation installation) {
    this.console = console;
    this.folder = folder;
    this.installation = installation;
  }

  /// Serves until ctrl-C, SIGTERM, or an interrupt of this thread.
  public Verdict serve(StandInRequest request) {
    Verifications.Known verifications;
    try {
      verifications = new Verifications(installation.home()).known(request.verifications());
    } catch (IOException unreadable) {
      console.say("concordat: " + unreadable.getMessage() + ".");
      return Verdict.BAD_INPUT;
    }
    var reader =
        new SpeakerReader(console, folder, request.settings(), request.messages(), verifications);
    List<Speaker> speakers = new ArrayList<>();
    for (Path file : request.files()) {
      Optional<Speaker> speaker = reader.read(file);
      if (speaker.isEmpty()) {
        return Verdict.BAD_INPUT;
      }
      speakers.add(speaker.get());
    }
    boolean isRefused =
        (request.isVerifiedOnly() && !VerifiedOnly.areVerified(console, speakers))
            || (request.isTogether() && !canShare(speakers));
    return isRefused ? Verdict.BAD_INPUT : open(speakers, request);
  }

  /// Whether all can be behind one port.
  private boolean canShare(List<Speaker> speakers) {
    boolean hasOnlyOthers = openApi(speakers).isEmpty() && speakers.size() > 1;
    if (hasOnlyOthers) {
      console.say("concordat: only OpenAPI contracts can share a port.");
    }
    List<String> meetings = StandInServer.meetings(openApi(speakers));
    if (!meetings.isEmpty()) {
      console.say(
          "concordat: these contracts cannot share a port, because a request could mean both");
      meetings.forEach(meeting -> console.say("  " + meeting));
    }
    boolean canShare = meetings.isEmpty() && !hasOnlyOthers;
    if (!canShare) {
      console.say("  Give each a port of its own: leave --port out, or name one for each.");
    }
    return canShare;
  }

  private static List<StandIn> openApi(List<Speaker> speakers) {
    List<StandIn> standIns = new ArrayList<>();
    for (Speaker speaker : speakers) {
      if (speaker instanceof Speaker.OpenApi(StandIn standIn)) {
        standIns.add(standIn);
      }
    }
    return standIns;
  }

  private Verdict open(List<Speaker> speakers, StandInRequest request) {
    List<Running> servers = new ArrayList<>();
    try (EventLoops loops = EventLoops.open()) {
      try {
        open(speakers, request, loops, servers);
        return await(servers);
      } catch (EnvironmentFailure failure) {
        return Troubles.tell(console, failure.troubles());
      } catch (InterruptedException told) {
        // That is how an embedding program ends it.
        return Verdict.HOLDS;
      } catch (IOException taken) {
        console.say("concordat: " + taken.getMessage() + ".");
        console.say(
            messages(speakers).isEmpty()
                ? "  Name another with --port, or --port 0 for a free one."
                : "  Name a broker with --kafka, or leave it out and one is started; ports with --port.");
        return Verdict.BAD_INPUT;
      } finally {
        servers.reversed().forEach(Running::close);
      }
    }
  }

  private void open(
      List<Speaker> speakers, StandInRequest request, EventLoops loops, List<Running> servers)
      throws EnvironmentFailure, IOException, InterruptedException {
    var teller = new StandInTeller(console, request.isJson());
    Optional<MessageServing> broker = broker(speakers, request, servers);
    List<StandIn> together = request.isTogether() ? openApi(speakers) : List.of();
    if (!together.isEmpty()) {
      StandInServer server = StandInServer.open(together, request.ports().getFirst(), loops);
      servers.add(server::close);
      together.forEach(standIn -> teller.add(standIn, server));
    }
    for (int i = 0; i < speakers.size(); i++) {
      boolean isOpen = !together.isEmpty() && speakers.get(i) instanceof Speaker.OpenApi;
      if (!isOpen) {
        int port = port(request, i, together);
        if (broker.isPresent() && speakers.get(i) instanceof Speaker.Messages(var standIn)) {
          HttpServer server = broker.get().open(standIn, port, loops);
          teller.add(standIn, server, broker.get().bootstrap());
        } else {
          open(speakers.get(i), port, loops, servers, teller);
        }
      }
    }
    teller.tell();
  }

  /// The broker of all contracts with messages, where there are any.
  private Optional<MessageServing> broker(
      List<Speaker> speakers, StandInRequest request, List<Running> servers)
      throws EnvironmentFailure, IOException, InterruptedException {
    List<MessageStandIn> standIns = messages(speakers);
    if (standIns.isEmpty()) {
      return Optional.empty();
    }
    MessageServing serving =
        MessageServing.start(console, installation, request.messages(), standIns);
    servers.add(serving::close);
    return Optional.of(serving);
  }

  private static List<MessageStandIn> messages(List<Speaker> speakers) {
    List<MessageStandIn> standIns = new ArrayList<>();
    for (Speaker speaker : speakers) {
      if (speaker instanceof Speaker.Messages(MessageStandIn standIn)) {
        standIns.add(standIn);
      }
    }
    return standIns;
  }

  /// What cannot share the one port that is named has a free one.
  private static int port(StandInRequest request, int index, List<StandIn> together) {
    if (request.ports().isEmpty() || !together.isEmpty()) {
      return 0;
    }
    return request.ports().get(index);
  }

  private static void open(
      Speaker speaker, int port, EventLoops loops, List<Running> servers, StandInTeller teller)
      throws IOException {
    switch (speaker) {
      case Speaker.OpenApi(StandIn standIn) -> {
        StandInServer server = StandInServer.open(List.of(standIn), port, loops);
        servers.add(server::close);
        teller.add(standIn, server);
      }
      case Speaker.Messages(MessageStandIn standIn) ->
          throw new IllegalStateException(standIn.contract().file() + " needs a broker");
      case Speaker.Pact(PactStandIn standIn) ->
          teller.add(standIn, opened(standIn, port, loops, servers));
      case Speaker.GraphQl(GraphQlStandIn standIn) ->
          teller.add(standIn, opened(standIn, port, loops, servers));
      case Speaker.Recorded(RecordedStandIn standIn) ->
          teller.add(standIn, opened(standIn, port, loops, servers));
    }
  }

  private static HttpServer opened(
      Answerer answerer, int port, EventLoops loops, List<Running> servers) throws IOException {
    HttpServer server = HttpServer.open(port, answerer, loops);
    servers.add(server::close);
    return server;
  }

  /// A server that answers until it is closed.
  @FunctionalInterface
  private interface Running {
    void close();
  }

  private static Verdict await(List<Running> servers) {
    Thread closing = new Thread(() -> servers.reversed().forEach(Running::close), "concordat-stop");
    Runtime.getRuntime().addShutdownHook(closing);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException told) {
      // That is how an embedding program ends it.
      Runtime.getRuntime().removeShutdownHook(closing);
    }
    return Verdict.HOLDS;
  }
}
