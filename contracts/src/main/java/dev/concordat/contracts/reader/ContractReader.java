package dev.concordat.contracts.reader;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.arazzo.ArazzoReader;
import dev.concordat.contracts.asyncapi.AsyncApiReader;
import dev.concordat.contracts.avro.AvroFile;
import dev.concordat.contracts.avro.AvroReader;
import dev.concordat.contracts.graphql.GraphQlReader;
import dev.concordat.contracts.graphql.Introspection;
import dev.concordat.contracts.har.HarReader;
import dev.concordat.contracts.hoverfly.HoverflyReader;
import dev.concordat.contracts.jsonschema.JsonSchemaReader;
import dev.concordat.contracts.mockserver.MockServerReader;
import dev.concordat.contracts.mountebank.MountebankReader;
import dev.concordat.contracts.openapi.OpenApiReader;
import dev.concordat.contracts.overlay.OverlayContract;
import dev.concordat.contracts.overlay.OverlayReader;
import dev.concordat.contracts.pact.PactReader;
import dev.concordat.contracts.postman.PostmanReader;
import dev.concordat.contracts.protobuf.PluginContent;
import dev.concordat.contracts.protobuf.ProtobufReader;
import dev.concordat.contracts.protobuf.Protoc;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.ReferencePolicy;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.contracts.wiremock.WireMockReader;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads contracts of every kind, told apart by their content. Never fails: a file that is no contract gives an
/// {@link UnreadableContract}.
public final class ContractReader {
  /// Every kind that can be read. A new kind is one more line.
  private static final List<Format> FORMATS =
      List.of(
          new Format(
              ContractKind.OPENAPI,
              OpenApiReader::recognises,
              (document, others) -> new OpenApiReader(others).read(document)),
          new Format(
              ContractKind.OVERLAY,
              OverlayReader::recognises,
              (document, others) -> new OverlayReader(others).read(document)),
          new Format(
              ContractKind.ASYNCAPI,
              AsyncApiReader::recognises,
              (document, others) -> new AsyncApiReader(others).read(document)),
          new Format(
              ContractKind.PACT,
              PactReader::recognises,
              (document, others) -> PluginContent.checked(PactReader.read(document))),
          new Format(
              ContractKind.WIREMOCK,
              WireMockReader::recognises,
              (document, others) -> WireMockReader.read(document)),
          new Format(
              ContractKind.HAR,
              HarReader::recognises,
              (document, others) -> HarReader.read(document)),
          new Format(
              ContractKind.HOVERFLY,
              HoverflyReader::recognises,
              (document, others) -> HoverflyReader.read(document)),
          new Format(
              ContractKind.MOUNTEBANK,
              MountebankReader::recognises,
              (document, others) -> MountebankReader.read(document)),
          new Format(
              ContractKind.MOCKSERVER,
              MockServerReader::recognises,
              (document, others) -> MockServerReader.read(document)),
          new Format(
              ContractKind.POSTMAN,
              PostmanReader::recognises,
              (document, others) -> PostmanReader.read(document)),
          new Format(
              ContractKind.GRAPHQL,
              Introspection::recognises,
              (document, others) -> Introspection.read(document)),
          new Format(
              ContractKind.ARAZZO,
              ArazzoReader::recognises,
              (document, others) -> ArazzoReader.read(document)),
          new Format(
              ContractKind.AVRO,
              AvroReader::recognises,
              (document, others) -> AvroReader.read(document, others)),
          // What follows says least of itself, and is what nothing else is.
          new Format(
              ContractKind.JSON_SCHEMA,
              JsonSchemaReader::recognises,
              (document, others) -> new JsonSchemaReader(others).read(document)));

  private final Path root;
  private final ReadLimits limits;
  private final Documents documents;
  // Formats that are neither JSON nor YAML; a new one is one more line. They are tried first.
  private final List<TextFormat> texts;

  private record Format(ContractKind kind, Predicate<Node> recognises, Reader reader) {}

  private interface Reader {
    Contract read(Document document, Documents others);
  }

  /// A reader of the contracts in a workspace.
  ///
  /// @param root the workspace; references never lead out of it, and places are relative to it
  public ContractReader(Path root) {
    this(root, ReadLimits.defaults());
  }

  /// The same, with other limits on what a document may cost.
  public ContractReader(Path root, ReadLimits limits) {
    this(root, limits, ReferencePolicy.WORKSPACE_ONLY);
  }

  /// The same, with references that may also reach what a person allowed.
  public ContractReader(Path root, ReadLimits limits, ReferencePolicy policy) {
    this(root, limits, new Documents(root, limits, policy));
  }

  private ContractReader(Path root, ReadLimits limits, Documents documents) {
    this.root = root.toAbsolutePath().normalize();
    this.limits = limits;
    this.documents = documents;
    this.texts =
        List.of(
            new TextFormat(
                ContractKind.AVRO,
                AvroFile::isOne,
                List.of(".avro"),
                file -> AvroReader.readContainer(file.name(), file.bytes())),
            new TextFormat(
                ContractKind.PROTOBUF,
                ProtobufReader::recognises,
                List.of(".proto"),
                new ProtobufReader(this.root, Protoc::bundled, limits)::read),
            new TextFormat(
                ContractKind.GRAPHQL,
                GraphQlReader::recognises,
                List.of(".graphql", ".graphqls", ".gql"),
                GraphQlReader::read));
  }

  /// A reader for comparing contracts: it does not judge documented examples, which say nothing of which messages are
  /// allowed. All other problems are told.
  public static ContractReader forComparing(Path root, ReadLimits limits, ReferencePolicy policy) {
    return new ContractReader(root, limits, new Documents(root, limits, policy, false));
  }

  /// Which kind of contract a document is; empty when it is none.
  public static Optional<ContractKind> detect(Node root) {
    return FORMATS.stream()
        .filter(format -> format.recognises().test(root))
        .map(Format::kind)
        .findFirst();
  }

  /// Which kind of contract a document is; empty when it is none.
  public static Optional<ContractKind> detect(Document document) {
    return detect(document.root());
  }

  /// The contract in a file.
  ///
  /// @param file absolute, or relative to the workspace
  public Contract read(Path file) {
    try {
      Optional<TextFile> text = TextFile.read(root, file, limits);
      return text.isPresent() ? read(text.get()) : read(documents.read(file));
    } catch (NoSuchFileException e) {
      return unreadable(file, "there is no such file", "check the path");
    } catch (IOException e) {
      return unreadable(file, "the file cannot be read: " + e.getMessage(), "");
    }
  }

  /// The contract in a text that was read already.
  public Contract read(TextFile text) {
    return formatOf(text)
        .map(format -> format.reader().read(text))
        .orElseGet(() -> read(documents.read(text)));
  }

  /// Whether a file was read, by itself or because another document refers to it.
  ///
  /// @param file relative to the workspace with `/` between its parts
  public boolean hasRead(String file) {
    return documents.hasRead(file);
  }

  /// The document that a contract was read from; nothing where its file has no tree.
  public Optional<Document> documentOf(Contract contract) {
    try {
      return contract.kind() == ContractKind.UNKNOWN
          ? Optional.empty()
          : Optional.of(documents.read(root.resolve(contract.file())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<TextFormat> formatOf(TextFile file) {
    return texts.stream()
        .filter(format -> format.recognises().test(file.bytes()))
        .findFirst()
        .or(() -> texts.stream().filter(format -> format.isNamed(file)).findFirst());
  }

  /// The contract in a document that was read already.
  public Contract read(Document document) {
    for (Format format : FORMATS) {
      if (format.recognises().test(document.root())) {
        return format.reader().read(document, documents);
      }
    }
    var problems = new ArrayList<>(document.problems());
    if (problems.stream().noneMatch(Problem::isError)) {
      problems.add(unknown(document.root()));
    }
    return new UnreadableContract(document.file(), problems);
  }

  /// The contract that an overlay makes of the document it extends; empty where it names none that can be read.
  public Optional<Contract> overlaid(OverlayContract overlay) {
    return overlay.result().map(this::read);
  }

  private static Problem unknown(Node root) {
    return Problem.error(
        "contract/unknown-kind",
        root.place(),
        "the document is none of the contracts that can be read",
        "an OpenAPI document says 'openapi:', an AsyncAPI document 'asyncapi:'");
  }

  private Contract unreadable(Path file, String message, String fix) {
    String name = root.relativize(root.resolve(file).normalize()).toString().replace('\\', '/');
    String rule = Files.exists(file) ? "contract/unreadable" : "contract/missing-file";
    return new UnreadableContract(name, List.of(Problem.error(rule, Place.of(name), message, fix)));
  }
}
