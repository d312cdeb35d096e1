package dev.concordat.cli.record;

import dev.concordat.cli.console.Console;
import dev.concordat.contracts.har.HarReader;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Verdict;
import dev.concordat.record.extension.WrittenContract;
import dev.concordat.wire.authority.Authority;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.ExchangeIds;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.forward.Forwarder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Records until it is told to stop, or to the end of the archives that it is given, and writes the files.
public final class Recording {
  private static final String CONSUMER = "recorded";

  private final Console console;
  private final Path folder;
  private final Path home;
  private final boolean isJson;

  /// @param folder where names of files start
  /// @param home where the authority is kept
  public Recording(Console console, Path folder, Path home, boolean isJson) {
    this.console = console;
    this.folder = folder;
    this.home = home;
    this.isJson = isJson;
  }

  public Verdict run(RecordRequest request) {
    Optional<WrittenContract> written = Optional.empty();
    if (request.extended().isPresent()) {
      WrittenContract.Opened opened = WrittenContract.open(folder, request.extended().get());
      switch (opened) {
        case WrittenContract.Opened.Usable(WrittenContract contract) ->
            written = Optional.of(contract);
        case WrittenContract.Opened.Unusable(String reason) -> {
          console.say("concordat: --extend " + request.extended().get() + ": " + reason + ".");
          return Verdict.BAD_INPUT;
        }
      }
    }
    try {
      return switch (request.source()) {
        case RecordRequest.Source.Archives(List<Path> files) -> archives(request, written, files);
        case RecordRequest.Source.Before before -> before(request, written, before);
        case RecordRequest.Source.Proxy(int port) -> proxy(request, written, port);
      };
    } catch (IOException | Recorded.UnusableFolder e) {
      console.say("concordat: " + e.getMessage() + ".");
      return Verdict.BAD_INPUT;
    }
  }

  private Verdict archives(
      RecordRequest request, Optional<WrittenContract> written, List<Path> files)
      throws IOException, Recorded.UnusableFolder {
    List<HttpExchange> exchanges = new ArrayList<>();
    for (Path file : files) {
      Document document = new DocumentReader(folder).read(file);
      if (!HarReader.recognises(document.root())) {
        console.say("concordat: " + file + " is no HTTP archive (HAR).");
        return Verdict.BAD_INPUT;
      }
      HarReader.Archive archive = HarReader.exchanges(document);
      archive.problems().stream()
          .filter(Problem::isError)
          .forEach(problem -> console.say(problem.place() + ": " + problem.message()));
      exchanges.addAll(archive.exchanges());
    }
    Set<String> hosts = new TreeSet<>();
    exchanges.forEach(exchange -> hosts.add(exchange.link().provider()));
    var providers = new Providers(request, written, hosts.size() > 1);
    for (String host : hosts) {
      providers.expect(host, Optional.empty());
    }
    exchanges.forEach(providers::seen);
    return write(providers);
  }

  private Verdict before(
      RecordRequest request, Optional<WrittenContract> written, RecordRequest.Source.Before before)
      throws IOException, Recorded.UnusableFolder {
    var providers = new Providers(request, written, false);
    String host = before.provider().hostHeader();
    providers.expect(host, Optional.of(before.provider().toString()));
    try (EventLoops loops = EventLoops.open(1);
        Forwarder forwarder =
            Forwarder.before(
                before.provider(),
                new LinkName(CONSUMER, host),
                before.port(),
                wiring(loops, providers))) {
      console.say(
          "recording "
              + before.provider()
              + ": send requests to http://localhost:"
              + forwarder.address().getPort()
              + ", ctrl-C ends it");
      return untilStopped(providers);
    }
  }

  private Verdict proxy(RecordRequest request, Optional<WrittenContract> written, int port)
      throws IOException, Recorded.UnusableFolder {
    Authority authority = Authority.at(home.resolve("authority"), Clock.systemUTC());
    var providers = new Providers(request, written, true);
    try (EventLoops loops = EventLoops.open(1);
        Forwarder forwarder =
            Forwarder.proxy(
                CONSUMER,
                port,
                Optional.of(authority),
                request.isInsecure(),
                wiring(loops, providers))) {
      String address = "http://localhost:" + forwarder.address().getPort();
      console.say("recording as a proxy: HTTP_PROXY=" + address + " HTTPS_PROXY=" + address);
      console.say("  clients must trust " + authority.certificateFile() + "; ctrl-C ends it");
      return untilStopped(providers);
    }
  }

  private static Wiring wiring(EventLoops loops, Providers providers) {
    return new Wiring(loops, providers, new ExchangeIds(), CaptureLimits.DEFAULT);
  }

  private Verdict untilStopped(Providers providers) throws IOException {
    try (Stopping stopping = Stopping.open();
        RecordProgress progress = new RecordProgress(console, providers)) {
      stopping.await(progress::tell);
      progress.clear();
      Verdict verdict = write(providers);
      stopping.told(verdict);
      return verdict;
    }
  }

  /// What an extended contract says and is not so is a finding.
  private Verdict write(Providers providers) throws IOException {
    List<Recorded.Summary> all = new ArrayList<>();
    for (Recorded recorded : providers.all()) {
      if (recorded.count() > 0) {
        all.add(recorded.write());
      }
    }
    var teller = new RecordTeller(console, folder);
    if (isJson) {
      teller.json(all);
    } else {
      teller.text(all, providers.troubles());
    }
    boolean holds = all.stream().allMatch(summary -> summary.contradictions().isEmpty());
    return holds ? Verdict.HOLDS : Verdict.FINDINGS;
  }
}
