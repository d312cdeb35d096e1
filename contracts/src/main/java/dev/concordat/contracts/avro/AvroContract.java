package dev.concordat.contracts.avro;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.meaning.Meaningful;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an Avro document says: a schema (`.avsc`) or a protocol (`.avpr`).
///
/// @param title the full name of its type or protocol
public record AvroContract(
    String file,
    String title,
    String version,
    Optional<Owner> owner,
    Content content,
    List<Problem> problems)
    implements Contract, Meaningful {
  public AvroContract {
    problems = List.copyOf(problems);
  }

  /// What stands in the document.
  public sealed interface Content {
    /// A schema.
    record OfSchema(AvroSchema schema) implements Content {}

    /// A protocol.
    record OfProtocol(AvroProtocol protocol) implements Content {}
  }

  @Override
  public ContractKind kind() {
    return ContractKind.AVRO;
  }

  @Override
  public Term meaning() {
    return AvroMeaning.own(content);
  }

  @Override
  public Map<String, Term> parts() {
    return AvroMeaning.parts(content);
  }

  /// The schema; nothing for a protocol.
  public Optional<AvroSchema> schema() {
    return content instanceof Content.OfSchema(AvroSchema schema)
        ? Optional.of(schema)
        : Optional.empty();
  }

  /// The protocol; nothing for a schema.
  public Optional<AvroProtocol> protocol() {
    return content instanceof Content.OfProtocol(AvroProtocol protocol)
        ? Optional.of(protocol)
        : Optional.empty();
  }
}
