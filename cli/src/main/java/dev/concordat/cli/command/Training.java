package dev.concordat.cli.command;

import dev.concordat.cli.command.ServingTraining.Question;
import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.compare.schema.SchemaComparison;
import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.language.TextLanguage;
import dev.concordat.contracts.temporary.TemporaryFolder;
import dev.concordat.report.terminal.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Commands as people give them, about contracts that come with Concordat and have something of everything, so that the classes
/// and the code that the JVM makes on the way are in the ahead-of-time cache.
final class Training {
  private static final int WIDTH = 100;

  /// Two versions of an order service in OpenAPI 3.1, one JSON and one YAML.
  private static final String ORDERS_OLD = "training-old.json";

  private static final String ORDERS_NEW = "training-new.yaml";

  /// Two versions of a library service in OpenAPI 3.0.
  private static final String LIBRARY_OLD = "training-library-old.json";

  private static final String LIBRARY_NEW = "training-library-new.json";

  /// Two versions of a workshop in OpenAPI 3.0 with what big descriptions have: alternatives of components, null beside them,
  /// mappings, other media types, edits that are proved and edits that nobody feels. What the JVM makes for these is made at every
  /// start otherwise.
  private static final String WORKSHOP_OLD = "training-workshop-old.json";

  private static final String WORKSHOP_NEW = "training-workshop-new.json";

  /// Stubs of WireMock.
  private static final String STUBS = "training-stubs.json";

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("--help"),
          List.of("--version"),
          List.of("diff", "--help"),
          List.of("diff"),
          List.of("explain"),
          List.of("explain", "agree/response-body-unexpected"),
          List.of("lint", ORDERS_NEW),
          List.of("diff", LIBRARY_OLD, LIBRARY_NEW),
          List.of("diff", LIBRARY_NEW, LIBRARY_NEW),
          List.of("diff", WORKSHOP_OLD, WORKSHOP_NEW, "--all"),
          List.of("diff", ORDERS_OLD, ORDERS_NEW),
          List.of("diff", ORDERS_OLD, ORDERS_NEW, "--format", "json"),
          List.of("agree", ORDERS_OLD, ORDERS_NEW));

  /// A class of each package whose ways are too many for examples. One class that is not in the cache opens every jar before its
  /// own at a start.
  private static final List<Class<?>> ROOMS_OF_RARE_CLASSES =
      List.of(Inclusions.class, TextLanguage.class, SchemaComparison.class);

  private static final List<String> FILES =
      List.of(ORDERS_OLD, ORDERS_NEW, LIBRARY_OLD, LIBRARY_NEW, WORKSHOP_OLD, WORKSHOP_NEW, STUBS);

  private static final String ORDER = "{\"sku\":\"A1\",\"qty\":2,\"state\":\"OPEN\"}";

  /// What stand-ins of the order service are asked.
  private static final List<Question> OF_CONTRACT =
      List.of(
          new Question("GET", "/v1/orders?limit=5", ""),
          new Question("GET", "/v1/orders/1", ""),
          new Question("POST", "/v1/orders", ORDER));

  /// What the stubs are asked.
  private static final List<Question> OF_STUBS =
      List.of(
          new Question("GET", "/orders/1", ""),
          new Question("GET", "/orders/7/parts", ""),
          new Question("PUT", "/orders/7", "{\"sku\":\"A1\"}"),
          new Question("POST", "/orders?limit=7", ORDER));

  private Training() {}

  /// What is trained.
  enum Scope {
    /// The commands that read and compare contracts, and nothing that serves: a cache costs by its classes, at every start.
    COMPARING,
    /// Stand-ins of contracts and of stubs.
    SERVING,
    /// All of these.
    EVERYTHING
  }

  /// Runs the commands in a temporary folder, where they keep what they keep.
  ///
  /// @return all that they wrote to standard output and standard error
  /// @throws IOException if the folder cannot be written, or Concordat's own files cannot be read
  static String run(Installation installation, LocalDate today, Scope scope) throws IOException {
    var written = new ByteArrayOutputStream();
    try (TemporaryFolder folder = TemporaryFolder.create("concordat-training");
        PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8)) {
      for (String name : FILES) {
        unpack(name, folder.path());
      }
      var console = new Console(out, out, false, Style.PLAIN, WIDTH);
      var here =
          new Installation(
              installation.root(),
              installation.parts(),
              folder.path().resolve("home"),
              folder.path(),
              Map.of());
      for (List<String> command : scope == Scope.SERVING ? List.<List<String>>of() : COMMANDS) {
        commands(console, here, today).run(command.toArray(String[]::new));
      }
      // A search that takes long asks for this; none of these does.
      ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (Class<?> room : ROOMS_OF_RARE_CLASSES) {
        RareClasses.load(room);
      }
      if (scope != Scope.COMPARING) {
        out.append(serve(List.of("standin", ORDERS_NEW), OF_CONTRACT, here, today));
        out.append(serve(List.of("standin", STUBS), OF_STUBS, here, today));
      }
    }
    return written.toString(StandardCharsets.UTF_8);
  }

  private static Commands commands(Console console, Installation here, LocalDate today) {
    return new Commands(console, here, new ByteArrayInputStream(new byte[0]), () -> today);
  }

  private static String serve(
      List<String> command, List<Question> questions, Installation here, LocalDate today)
      throws IOException {
    return ServingTraining.run(console -> commands(console, here, today), command, questions);
  }

  private static void unpack(String name, Path folder) throws IOException {
    try (InputStream in = Training.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is not on the class path");
      }
      Files.copy(in, folder.resolve(name));
    }
  }
}
