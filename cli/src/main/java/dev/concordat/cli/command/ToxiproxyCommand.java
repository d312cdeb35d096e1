package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.console.EndSignal;
import dev.concordat.model.run.Verdict;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.toxiproxy.ToxiproxyServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `concordat toxiproxy`: the faults of links for clients of Toxiproxy.
final class ToxiproxyCommand implements Command {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Console console;

  ToxiproxyCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    return Specs.command(
            "toxiproxy",
            "Offer Toxiproxy's HTTP API: proxies with faults on them, the same ones that links have.",
            "concordat toxiproxy                     where Toxiproxy listens",
            "concordat toxiproxy --port 0 --seed 7",
            "",
            "What differs from Toxiproxy stands in docs/reference/faults.md.")
        .addOption(ListenFlags.port(ToxiproxyServer.USUAL_PORT))
        .addOption(ListenFlags.host())
        .addOption(
            Specs.option(
                "--seed",
                "N",
                Long.class,
                "Of all that chance decides: toxicity, jitter, sizes of slices. Default: 1."));
  }

  @Override
  public Verdict run(ParseResult given) {
    int port = given.matchedOptionValue("--port", ToxiproxyServer.USUAL_PORT);
    Optional<String> problem = ListenFlags.problem(port);
    if (problem.isPresent()) {
      console.say("concordat: " + problem.get());
      return Verdict.BAD_INPUT;
    }
    var address = new InetSocketAddress(ListenFlags.host(given), port);
    if (address.isUnresolved()) {
      console.say("concordat: --host " + address.getHostString() + " is no address.");
      return Verdict.BAD_INPUT;
    }
    CountDownLatch isOver = new CountDownLatch(1);
    try (EndSignal signal = EndSignal.open(isOver::countDown, PATIENCE, _ -> true)) {
      Verdict verdict = serve(address, given.matchedOptionValue("--seed", 1L), isOver);
      signal.told(verdict);
      return verdict;
    }
  }

  private Verdict serve(InetSocketAddress address, long seed, CountDownLatch isOver) {
    try (EventLoops loops = EventLoops.open();
        ToxiproxyServer server = ToxiproxyServer.open(address, loops, seed)) {
      InetSocketAddress at = server.address();
      console
          .out()
          .println(
              "Toxiproxy's API at http://"
                  + at.getAddress().getHostAddress()
                  + ":"
                  + at.getPort()
                  + ", seed "
                  + seed);
      console.say("ctrl-C ends it and its proxies");
      isOver.await();
      return Verdict.HOLDS;
    } catch (IOException e) {
      console.say(
          "concordat: cannot listen on "
              + address.getHostString()
              + ":"
              + address.getPort()
              + ": "
              + e.getMessage()
              + ".");
      console.say("  Name another with --port, or --port 0 for a free one.");
      return Verdict.BAD_INPUT;
    } catch (InterruptedException interrupted) {
      // That is how an embedding program ends it.
      return Verdict.HOLDS;
    }
  }
}
