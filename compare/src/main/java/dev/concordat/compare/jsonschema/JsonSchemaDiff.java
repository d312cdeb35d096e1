package dev.concordat.compare.jsonschema;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Format;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.schema.SchemaComparison;
import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.jsonschema.JsonSchemaContract;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.finding.AgreeMessageRules;

/// An old JSON Schema document with a new one. Values are kept, so who reads whose is a policy; writers are read as closed
/// unless a person asks for the letter, so that a property can be added to an open object.
public final class JsonSchemaDiff implements Format {
  @Override
  public boolean fits(Contract left, Contract right) {
    return left instanceof JsonSchemaContract && right instanceof JsonSchemaContract;
  }

  @Override
  public Compared compare(Contract left, Contract right, Policies policies) {
    JsonSchemaContract before = (JsonSchemaContract) left;
    JsonSchemaContract after = (JsonSchemaContract) right;
    var positions = new SchemaPositions(new SchemaComparison(policies));
    if (policies.stored().newReadsOld()) {
      positions.add(
          before.schema(),
          after.schema(),
          telling(
              after,
              "of the old contract, read by the new one",
              Way.NEW_READS_OLD,
              "the old contract",
              "the new contract"));
    }
    if (policies.stored().oldReadsNew()) {
      positions.add(
          before.schema(),
          after.schema(),
          telling(
              after,
              "of the new contract, read by the old one",
              Way.OLD_READS_NEW,
              "the new contract",
              "the old contract"));
    }
    return positions.compared();
  }

  private static SchemaTelling telling(
      JsonSchemaContract contract, String detail, Way way, String sender, String receiver) {
    return new SchemaTelling(
        new Position("type " + contract.title(), Position.Part.MESSAGE, detail),
        way,
        sender,
        receiver,
        AgreeMessageRules.MESSAGE_UNREADABLE,
        WitnessMessage.Value::new);
  }
}
