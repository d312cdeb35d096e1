package dev.concordat.contracts.jsonschema;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.breach.SchemaBreaches;
import dev.concordat.contracts.meaning.Meaningful;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.meaning.TermMembers;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaMeaning;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON Schema document: what one kind of value looks like. Thread-safe.
public record JsonSchemaContract(
    String file,
    String title,
    String version,
    Optional<Owner> owner,
    Schema schema,
    List<Problem> problems)
    implements Contract, Meaningful {
  public JsonSchemaContract {
    problems = List.copyOf(problems);
  }

  @Override
  public Term meaning() {
    return TermMembers.of("schema").put("schema", SchemaMeaning.of(schema)).term();
  }

  @Override
  public Map<String, Term> parts() {
    return Map.of();
  }

  @Override
  public ContractKind kind() {
    return ContractKind.JSON_SCHEMA;
  }

  /// Where the value breaks the schema. A sentence that cannot be read allows everything.
  public List<Breach> judge(JsonValue value) {
    return SchemaBreaches.of(title, value, schema.validate(value));
  }
}
