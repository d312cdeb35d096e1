package dev.concordat.cli.standin;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Troubles;
import dev.concordat.cli.verification.Verifications;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.FirstMember;
import dev.concordat.contracts.wiremock.WireMockReader;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.run.Verdict;
import dev.concordat.standin.StandIn;
import dev.concordat.standin.http.HttpServer;
import dev.concordat.standin.server.StandInServer;
import dev.concordat.standin.wiremock.MappingFolder;
import dev.concordat.standin.wiremock.MappingServer;
import dev.concordat.standin.wiremock.MappingSource;
import dev.concordat.standin.wiremock.space.SpaceSettings;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Serves WireMock's mappings, alone or before contracts, until told to stop: by ctrl-C, or by a client.
public final class MappingServing {
  /// A document that begins with one of these is no file of mappings, and may be large.
  private static final Set<String> OTHER_KINDS = Set.of("openapi", "swagger", "asyncapi");

  private static final Set<String> OTHER_KINDS_AND_MAPPINGS =
      Set.of("openapi", "swagger", "asyncapi", "mappings", "request", "response");

  private final Console console;
  private final Path root;
  private final Path home;

  /// @param root the workspace: contracts never lead out of it
  /// @param home Concordat's home folder
  public MappingServing(Console console, Path root, Path home) {
    this.console = console;
    this.root = root;
    this.home = home;
  }

  /// Whether a path is a folder, or a file with mappings.
  public static boolean isMappings(Path path) {
    if (Files.isDirectory(path)) {
      return true;
    }
    if (!path.toString().endsWith(".json") || !Files.isRegularFile(path)) {
      return false;
    }
    try {
      if (FirstMember.of(path, OTHER_KINDS_AND_MAPPINGS)
          .filter(OTHER_KINDS::contains)
          .isPresent()) {
        return false;
      }
      Document document = new DocumentReader(Path.of("").toAbsolutePath()).read(path);
      return !document.isBroken() && WireMockReader.recognises(document.root());
    } catch (IOException e) {
      return false;
    }
  }

  /// Serves until it is told to stop.
  ///
  /// @param mappings folders and files; none where clients make all stubs
  public Verdict serve(StandInRequest request, List<Path> mappings, SpaceSettings settings) {
    if (request.ports().size() > 1) {
      console.say("concordat: mappings and the contracts behind them are on one port.");
      return Verdict.BAD_INPUT;
    }
    SpeakerReader reader;
    try {
      reader =
          new SpeakerReader(
              console,
              root,
              request.settings(),
              request.messages(),
              new Verifications(home).known(request.verifications()));
    } catch (IOException unreadable) {
      console.say("concordat: " + unreadable.getMessage() + ".");
      return Verdict.BAD_INPUT;
    }
    Optional<List<StandIn>> read = standIns(request, reader);
    if (read.isEmpty()) {
      return Verdict.BAD_INPUT;
    }
    List<StandIn> standIns = read.get();
    Optional<MappingServer> server = load(mappings, settings, contracts(standIns));
    if (server.isEmpty()) {
      return Verdict.BAD_INPUT;
    }
    int port = request.ports().isEmpty() ? 0 : request.ports().getFirst();
    if (!standIns.isEmpty()) {
      server.get().setBeside(StandInServer.answerer(standIns));
    }
    try (EventLoops loops = EventLoops.open();
        HttpServer http = HttpServer.open(port, server.get(), loops)) {
      tell(request, server.get(), standIns, http);
      return await(request, server.get(), reader);
    } catch (IOException taken) {
      console.say("concordat: " + taken.getMessage() + ".");
      console.say("  Name another with --port, or --port 0 for a free one.");
      return Verdict.BAD_INPUT;
    }
  }

  /// The stand-ins of the contracts; nothing where one cannot be served beside mappings, which was told.
  private Optional<List<StandIn>> standIns(StandInRequest request, SpeakerReader reader) {
    List<Speaker> speakers = new ArrayList<>();
    List<StandIn> standIns = new ArrayList<>();
    for (Path file : request.files()) {
      Optional<Speaker> speaker = reader.read(file);
      if (speaker.isEmpty()) {
        return Optional.empty();
      }
      switch (speaker.get()) {
        case Speaker.OpenApi(StandIn standIn) -> standIns.add(standIn);
        case Speaker.Pact pact -> {
          return notBeside(pact);
        }
        case Speaker.Messages messages -> {
          return notBeside(messages);
        }
        case Speaker.GraphQl graphQl -> {
          return notBeside(graphQl);
        }
        case Speaker.Recorded recorded -> {
          return notBeside(recorded);
        }
      }
      speakers.add(speaker.get());
    }
    return request.isVerifiedOnly() && !VerifiedOnly.areVerified(console, speakers)
        ? Optional.empty()
        : Optional.of(standIns);
  }

  private Optional<List<StandIn>> notBeside(Speaker speaker) {
    console.say(
        "concordat: "
            + speaker.file()
            + ": only OpenAPI contracts can be served beside mappings; serve it by a command of its own.");
    return Optional.empty();
  }

  private static List<OpenApiContract> contracts(List<StandIn> standIns) {
    return standIns.stream().map(StandIn::contract).toList();
  }

  private Optional<MappingServer> load(
      List<Path> mappings, SpaceSettings settings, List<OpenApiContract> contracts) {
    for (Path path : mappings) {
      if (!Files.exists(path)) {
        console.say("concordat: there is no " + path + ".");
        return Optional.empty();
      }
    }
    try {
      MappingSource.Loaded loaded =
          MappingServer.load(root, MappingFolder.find(mappings), settings, contracts);
      loaded.problems().forEach(problem -> Troubles.tellProblem(console, root, problem));
      return loaded.problems().isEmpty() ? Optional.of(loaded.server()) : Optional.empty();
    } catch (IOException e) {
      console.say("concordat: the mappings cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void tell(
      StandInRequest request, MappingServer server, List<StandIn> standIns, HttpServer http) {
    var out = console.out();
    if (request.isJson()) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      members.put("url", new JsonString(http.url()));
      members.put("admin", new JsonString(http.url() + "/__admin"));
      members.put("mappings", JsonNumber.of(server.size()));
      members.put("contracts", JsonNumber.of(standIns.size()));
      out.println(JsonText.pretty(new JsonObject(members)));
    } else {
      out.println(server.size() + " stubs" + (standIns.isEmpty() ? "" : ", then the contracts"));
      standIns.forEach(
          standIn ->
              out.println("  " + standIn.contract().title() + "   " + standIn.contract().file()));
      out.println("  answers at  " + http.url());
      out.println("  WireMock's clients at  " + http.url() + "/__admin");
      out.println("ctrl-C ends it");
    }
    out.flush();
  }

  private Verdict await(StandInRequest request, MappingServer server, SpeakerReader reader) {
    var watch = new ContractWatch(request.files(), () -> reload(request, server, reader));
    Thread watching = watch.start();
    try {
      server.awaitEnd();
    } catch (InterruptedException told) {
      // That is how an embedding program ends it.
      return Verdict.HOLDS;
    } finally {
      watching.interrupt();
    }
    return Verdict.HOLDS;
  }

  /// The contract changed: stubs are held against it anew, and it answers from the start again.
  private void reload(StandInRequest request, MappingServer server, SpeakerReader reader) {
    Optional<List<StandIn>> read = standIns(request, reader);
    if (read.isEmpty()) {
      console.say("concordat: the changed contract cannot be served; the one before still is.");
      return;
    }
    List<StandIn> standIns = read.get();
    List<String> forbidden = server.recheck(contracts(standIns));
    server.setBeside(StandInServer.answerer(standIns));
    console.say(
        "concordat: a contract changed; "
            + (forbidden.isEmpty()
                ? "all stubs still hold."
                : "it forbids stubs, which answer 500 with the reason:"));
    forbidden.forEach(reason -> console.say("  " + reason));
  }
}
