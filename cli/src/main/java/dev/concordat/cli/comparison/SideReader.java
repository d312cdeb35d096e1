package dev.concordat.cli.comparison;

import dev.concordat.compare.protobuf.buf.BufWorkspace;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.protobuf.ProtobufReader;
import dev.concordat.contracts.protobuf.Protoc;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.ReferencePolicy;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads the contracts of one side. Of a folder, files that are no contracts are passed over, `.proto` files are one contract
/// (those that its `buf.yaml` names, where there is one), and schemas that another contract refers to are part of that one.
final class SideReader {
  /// The name under which the `.proto` files of two folders are paired.
  private static final String PROTO_FILES = "*.proto";

  /// After these nothing of a GraphQL document is used, or not all of it.
  private static final Set<String> UNREAD_GRAPHQL =
      Set.of("graphql/syntax", "graphql/too-much", "graphql/empty", "graphql/bad-introspection");

  private final Side side;
  private final ReferencePolicy policy;
  private final ContractReader reader;

  SideReader(Side side, ReferencePolicy policy) {
    this.side = side;
    this.policy = policy;
    this.reader = newReader();
  }

  private ContractReader newReader() {
    return ContractReader.forComparing(side.root(), ReadLimits.defaults(), policy);
  }

  /// All contracts, in the order of their names.
  List<ReadContract> read() {
    if (side.text().isPresent()) {
      return List.of(judged(reader.read(side.text().get()), side.word()));
    }
    return side.isFolder() ? readFolder() : List.of(readFile(side.files().getFirst()));
  }

  private ReadContract readFile(Path file) {
    return judged(reader.read(file), side.nameOf(file));
  }

  private List<ReadContract> readFolder() {
    List<ReadContract> found = new ArrayList<>();
    List<Path> protoFiles = new ArrayList<>();
    for (Path file : side.files()) {
      if (isProto(file)) {
        protoFiles.add(file);
      } else {
        ReadContract read = readFile(file);
        if (isContract(read, file)) {
          found.add(read);
        }
      }
    }
    readProto(protoFiles).ifPresent(found::add);
    return withoutParts(found);
  }

  private static boolean isProto(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".proto");
  }

  /// A broken file is meant to be a contract where its name says so.
  private static boolean isContract(ReadContract read, Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean isMeant =
        name.contains("openapi")
            || name.contains("asyncapi")
            || name.contains("swagger")
            || name.endsWith(".avsc")
            || name.endsWith(".graphql")
            || name.endsWith(".graphqls");
    return read.contract().kind() != ContractKind.UNKNOWN || isMeant;
  }

  private Optional<ReadContract> readProto(List<Path> files) {
    try {
      if (!files.isEmpty() && BufWorkspace.isIn(side.base())) {
        BufWorkspace workspace = BufWorkspace.read(side.root(), side.base(), ReadLimits.defaults());
        return workspace.owners().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new ReadContract(
                    workspace.contract(),
                    PROTO_FILES,
                    isCut(workspace.contract()),
                    Optional.of(workspace)));
      }
      List<TextFile> texts = new ArrayList<>();
      for (Path file : files) {
        TextFile.read(side.root(), file, ReadLimits.defaults()).ifPresent(texts::add);
      }
      return texts.isEmpty()
          ? Optional.empty()
          : Optional.of(
              judged(
                  new ProtobufReader(side.root(), Protoc::bundled, ReadLimits.defaults())
                      .readAll(texts),
                  PROTO_FILES));
    } catch (IOException gone) {
      return files.stream().findFirst().map(this::readFile);
    }
  }

  /// Without JSON Schemas that are part of other contracts.
  private List<ReadContract> withoutParts(List<ReadContract> found) {
    boolean hasSchemas = found.stream().anyMatch(SideReader::isSchema);
    if (!hasSchemas || found.stream().allMatch(SideReader::isSchema)) {
      return found;
    }
    ContractReader again = newReader();
    found.stream()
        .filter(read -> !isSchema(read))
        .forEach(read -> again.read(side.root().resolve(read.contract().file())));
    return found.stream()
        .filter(read -> !isSchema(read) || !again.hasRead(read.contract().file()))
        .toList();
  }

  private static boolean isSchema(ReadContract read) {
    return read.contract().kind() == ContractKind.JSON_SCHEMA;
  }

  private ReadContract judged(Contract contract, String name) {
    return new ReadContract(contract, name, isCut(contract), Optional.empty());
  }

  private boolean isCut(Contract contract) {
    boolean hasErrors = contract.problems().stream().anyMatch(Problem::isError);
    return switch (contract.kind()) {
      case UNKNOWN -> true;
      // What a compiler refuses says nothing at all.
      case PROTOBUF -> hasErrors;
      case GRAPHQL ->
          contract.problems().stream().map(Problem::rule).anyMatch(UNREAD_GRAPHQL::contains);
      case OPENAPI,
          OVERLAY,
          ASYNCAPI,
          PACT,
          WIREMOCK,
          POSTMAN,
          HAR,
          HOVERFLY,
          MOUNTEBANK,
          MOCKSERVER,
          ARAZZO,
          AVRO,
          JSON_SCHEMA ->
          hasErrors && reader.documentOf(contract).map(Document::isBroken).orElse(true);
    };
  }
}
