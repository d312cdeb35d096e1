package dev.concordat.registry.publication;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.meaning.ContractMeaning;
import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.ReferencePolicy;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.digest.Sha;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.problem.Problem;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A contract that lies in the registry, read. It stands alone: references to other files lead nowhere.
///
/// @param digest of its meaning; of its bytes where it has none
public record Provided(Contract contract, String digest) {
  /// A folder that does not exist, so that no reference finds a file of the server.
  private static final Path NOWHERE = Path.of("/nonexistent/concordat");

  private static final Set<String> TEXTS = Set.of(".proto", ".graphql", ".graphqls", ".gql");

  /// Reads it.
  ///
  /// @param name its ending tells texts from JSON and YAML
  public static Provided read(String name, Bytes bytes) {
    ContractReader reader =
        ContractReader.forComparing(NOWHERE, ReadLimits.defaults(), ReferencePolicy.WORKSPACE_ONLY);
    boolean isText =
        TEXTS.stream().anyMatch(ending -> name.toLowerCase(Locale.ROOT).endsWith(ending));
    Contract contract =
        isText
            ? reader.read(TextFile.of(NOWHERE, name, bytes.toArray()))
            : reader.read(new DocumentReader(NOWHERE).parse(name, bytes.toArray()));
    return new Provided(
        contract,
        Meaning.of(contract)
            .map(ContractMeaning::digest)
            .orElseGet(() -> Sha.SHA_256.of(bytes.toArray())));
  }

  /// How the registry names its kind; empty for what is none that a provider publishes.
  Optional<String> kind() {
    return switch (contract.kind()) {
      case OPENAPI -> Optional.of("openapi");
      case ASYNCAPI -> Optional.of("asyncapi");
      case PROTOBUF -> Optional.of("protobuf");
      case GRAPHQL -> Optional.of("graphql");
      case AVRO -> Optional.of("avro");
      case JSON_SCHEMA -> Optional.of("json-schema");
      case PACT,
          OVERLAY,
          WIREMOCK,
          POSTMAN,
          HAR,
          HOVERFLY,
          MOUNTEBANK,
          MOCKSERVER,
          ARAZZO,
          UNKNOWN ->
          Optional.empty();
    };
  }

  /// The file name by which a kept contract is read again.
  public static String fileName(String kind) {
    return switch (kind) {
      case "protobuf" -> "contract.proto";
      case "graphql" -> "contract.graphql";
      case "avro" -> "contract.avsc";
      case "pact" -> "pact.json";
      default -> "contract.yaml";
    };
  }

  /// Why it could not be read to its end; comparing it would claim too much.
  public Optional<String> error() {
    if (contract.kind() == ContractKind.UNKNOWN) {
      return Optional.of("it is no contract of a known kind");
    }
    return contract.problems().stream().filter(Problem::isError).map(Problem::message).findFirst();
  }
}
