package dev.concordat.contracts.problems;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.graphql.GraphQlDocumentContract;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.contracts.lint.Linter;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.writing.OpenApiWriter;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactVersion;
import dev.concordat.contracts.pact.writing.PactFiles;
import dev.concordat.contracts.pact.writing.PactFiles.OnConflict;
import dev.concordat.contracts.pact.writing.PactFiles.Outcome;
import dev.concordat.contracts.pact.writing.PactWriter;
import dev.concordat.contracts.protobuf.ProtobufReader;
import dev.concordat.contracts.protobuf.Protoc;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.tree.ProblemText;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.ReferencePolicy;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.contracts.wiremock.WireMockWriter;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// A folder with a contract that has problems, and the text that people see. `case.properties` may lower a limit of reading
/// (`maxDepth=20`), repeat a text for which `{{name}}` stands in the input (`repeat.name=1000 x`), write the stubs in
/// WireMock's format (`write=wiremock`), a contract as OpenAPI 3.1 (`write=openapi`), write a pact in a version (`write=pact 2.0.0`), add the interactions of another
/// pact to it (`add=more.json`), allow references to an address (`allow=https://host/`), name another compiler of `.proto`
/// files (`protoc=FILE`), or a schema to validate a document by (`schema=schema.graphql`).
final class GoldenCase {
  static final String EXPECTED = "expected.txt";

  private final Path folder;
  private final Properties settings = new Properties();

  GoldenCase(Path folder) throws IOException {
    this.folder = folder;
    if (Files.exists(folder.resolve("case.properties"))) {
      try (var reader = Files.newBufferedReader(folder.resolve("case.properties"))) {
        settings.load(reader);
      }
    }
  }

  /// `contract/dangling-reference`.
  String id() {
    Path id = folder.getParent();
    return id.getParent().getFileName() + "/" + id.getFileName();
  }

  /// The problems as they stand in the contract.
  ///
  /// @param scratch an empty folder, for inputs that are made
  List<Problem> problems(Path scratch) throws IOException {
    return problemsIn(root(scratch));
  }

  String text(Path scratch) throws IOException {
    Path root = root(scratch);
    var text = new StringBuilder();
    problemsIn(root).forEach(each -> text.append(ProblemText.of(each, root)).append('\n'));
    return text.toString();
  }

  private List<Problem> problemsIn(Path root) throws IOException {
    if (settings.containsKey("protoc")) {
      return withCompiler(root, Path.of(settings.getProperty("protoc")));
    }
    var reader = new ContractReader(root, limits(), policy(root));
    if (id().startsWith("lint/")) {
      return new Linter(reader).lint(input(root)).problems();
    }
    Contract contract = reader.read(input(root));
    if (settings.containsKey("schema")) {
      Path schema = root.resolve(settings.getProperty("schema"));
      return ((GraphQlDocumentContract) contract)
          .validate((GraphQlSchemaContract) new ContractReader(root).read(schema));
    }
    String format = settings.getProperty("write", "");
    if (settings.containsKey("add")) {
      return refused(root);
    }
    if (format.startsWith("pact ")) {
      PactVersion version = PactVersion.of(format.substring("pact ".length())).orElseThrow();
      return PactWriter.write((PactContract) contract, version).problems();
    }
    if (format.equals("openapi")) {
      return OpenApiWriter.write((OpenApiContract) contract).problems();
    }
    return format.equals("wiremock")
        ? WireMockWriter.write(((StubContract) contract).stubs()).lost()
        : contract.problems();
  }

  private List<Problem> withCompiler(Path root, Path executable) throws IOException {
    var protoc = new Protoc(executable, root, Duration.ofSeconds(1));
    TextFile file = TextFile.read(root, input(root), limits()).orElseThrow();
    return new ProtobufReader(root, () -> protoc, limits()).read(file).problems();
  }

  private List<Problem> refused(Path root) throws IOException {
    Path more = folder.resolve(settings.getProperty("add"));
    var pact = (PactContract) new ContractReader(folder, limits()).read(more);
    var outcome = new PactFiles(root).add(input(root).getFileName(), pact, OnConflict.REFUSE);
    return outcome instanceof Outcome.Refused(List<Problem> problems) ? problems : List.of();
  }

  /// The folder itself, or a copy of it with the repeated texts put in.
  private Path root(Path scratch) throws IOException {
    boolean repeats =
        settings.stringPropertyNames().stream().anyMatch(name -> name.startsWith("repeat."));
    if (!repeats && !settings.containsKey("add")) {
      return folder;
    }
    Path input = input(folder);
    Files.writeString(scratch.resolve(input.getFileName()), repeated(Files.readString(input)));
    return scratch;
  }

  private String repeated(String template) {
    String text = template;
    for (String name : settings.stringPropertyNames()) {
      if (name.startsWith("repeat.")) {
        String[] countAndText = settings.getProperty(name).split(" ", 2);
        text =
            text.replace(
                "{{" + name.substring("repeat.".length()) + "}}",
                countAndText[1].repeat(Integer.parseInt(countAndText[0])));
      }
    }
    return text;
  }

  /// The file `input.*`; where there is none, the one that somebody asked for.
  private static Path input(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("input."))
          .findFirst()
          .orElse(folder.resolve("input.yaml"));
    }
  }

  private ReferencePolicy policy(Path root) {
    String allowed = settings.getProperty("allow", "");
    return ReferencePolicy.allowing(root, allowed.isEmpty() ? List.of() : List.of(allowed));
  }

  private ReadLimits limits() {
    ReadLimits limits = ReadLimits.defaults();
    return new ReadLimits(
        limit("maxBytes", limits.maxBytes()),
        limit("maxDepth", limits.maxDepth()),
        limit("maxNodes", limits.maxNodes()),
        limit("maxAliasedNodes", limits.maxAliasedNodes()),
        limit("maxNumberLength", limits.maxNumberLength()),
        limit("maxKeyLength", limits.maxKeyLength()));
  }

  private int limit(String name, int standard) {
    return Integer.parseInt(settings.getProperty(name, Integer.toString(standard)));
  }

  String expected() throws IOException {
    Path file = folder.resolve(EXPECTED);
    return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
  }

  void write(String text) throws IOException {
    Files.writeString(folder.resolve(EXPECTED), text);
  }

  @Override
  public String toString() {
    return id() + "/" + folder.getFileName();
  }
}
