package dev.concordat.cli.standin;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Troubles;
import dev.concordat.cli.verification.Verifications;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.ReferencePolicy;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Verdict;
import dev.concordat.standin.StandIn;
import dev.concordat.standin.Verification;
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
  private final Path home;

  /// @param folder the workspace: references never lead out of it
  /// @param home Concordat's home folder
  public Serving(Console console, Path folder, Path home) {
    this.console = console;
    this.folder = folder;
    this.home = home;
  }

  /// Serves until ctrl-C, SIGTERM, or an interrupt of this thread.
  public Verdict serve(StandInRequest request) {
    Verifications.Known verifications;
    try {
      verifications = new Verifications(home).known(request.verifications());
    } catch (IOException unreadable) {
      console.say("concordat: " + unreadable.getMessage() + ".");
      return Verdict.BAD_INPUT;
    }
    List<StandIn> standIns = new ArrayList<>();
    for (Path file : request.files()) {
      Optional<StandIn> standIn = read(file, request, verifications);
      if (standIn.isEmpty()) {
        return Verdict.BAD_INPUT;
      }
      standIns.add(standIn.get());
    }
    if (request.isVerifiedOnly() && !areVerified(standIns)) {
      return Verdict.BAD_INPUT;
    }
    List<String> meetings = request.isTogether() ? StandInServer.meetings(standIns) : List.of();
    if (!meetings.isEmpty()) {
      console.say(
          "concordat: these contracts cannot share a port, because a request could mean both");
      meetings.forEach(meeting -> console.say("  " + meeting));
      console.say("  Give each a port of its own: leave --port out, or name one for each.");
      return Verdict.BAD_INPUT;
    }
    return open(standIns, request);
  }

  private boolean areVerified(List<StandIn> standIns) {
    List<StandIn> others =
        standIns.stream().filter(standIn -> !standIn.verification().isTrusted()).toList();
    for (StandIn other : others) {
      console.say(
          "concordat: --require-verified: "
              + other.contract().file()
              + " was "
              + other.verification().sentence()
              + ".");
      console.say(
          "  concordat conform "
              + other.contract().file()
              + " --url URL holds it against its provider and keeps what came of it.");
    }
    return others.isEmpty();
  }

  private Optional<StandIn> read(
      Path file, StandInRequest request, Verification.Source verifications) {
    ContractReader reader =
        ContractReader.forComparing(folder, ReadLimits.defaults(), ReferencePolicy.WORKSPACE_ONLY);
    Contract contract = reader.read(file);
    List<Problem> errors = contract.problems().stream().filter(Problem::isError).toList();
    errors.stream().distinct().forEach(each -> Troubles.tellProblem(console, folder, each));
    if (!(contract instanceof OpenApiContract openApi)) {
      console.say(
          "concordat: "
              + contract.file()
              + " is not an OpenAPI contract, and stand-ins are made from no other kind yet.");
      return Optional.empty();
    }
    if (openApi.operations().isEmpty()) {
      console.say("concordat: " + contract.file() + " has no operation that can be served.");
      return Optional.empty();
    }
    if (!errors.isEmpty()) {
      console.say(
          "concordat: "
              + contract.file()
              + " has errors; the "
              + openApi.operations().size()
              + " operations that could be read are served.");
    }
    return Optional.of(new StandIn(openApi, request.settings(), verifications));
  }

  private Verdict open(List<StandIn> standIns, StandInRequest request) {
    List<StandInServer> servers = new ArrayList<>();
    try (EventLoops loops = EventLoops.open()) {
      try {
        open(standIns, request, loops, servers);
        return await(servers);
      } catch (IOException taken) {
        console.say("concordat: " + taken.getMessage() + ".");
        console.say("  Name another with --port, or --port 0 for a free one.");
        return Verdict.BAD_INPUT;
      } finally {
        servers.forEach(StandInServer::close);
      }
    }
  }

  private void open(
      List<StandIn> standIns, StandInRequest request, EventLoops loops, List<StandInServer> servers)
      throws IOException {
    var teller = new StandInTeller(console, request.isJson());
    if (request.isTogether()) {
      StandInServer server = StandInServer.open(standIns, request.ports().getFirst(), loops);
      servers.add(server);
      standIns.forEach(standIn -> teller.add(standIn, server));
    } else {
      for (int i = 0; i < standIns.size(); i++) {
        int port = request.ports().isEmpty() ? 0 : request.ports().get(i);
        StandInServer server = StandInServer.open(List.of(standIns.get(i)), port, loops);
        servers.add(server);
        teller.add(standIns.get(i), server);
      }
    }
    teller.tell();
  }

  private static Verdict await(List<StandInServer> servers) {
    Thread closing = new Thread(() -> servers.forEach(StandInServer::close), "concordat-stop");
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
