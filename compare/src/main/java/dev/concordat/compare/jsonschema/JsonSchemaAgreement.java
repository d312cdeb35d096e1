package dev.concordat.compare.jsonschema;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Format;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.schema.SchemaComparison;
import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.jsonschema.JsonSchemaContract;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.finding.AgreeMessageRules;

/// A consumer's JSON Schema document with a provider's: the consumer reads what the provider writes.
public final class JsonSchemaAgreement implements Format {
  @Override
  public boolean fits(Contract left, Contract right) {
    return left instanceof JsonSchemaContract && right instanceof JsonSchemaContract;
  }

  @Override
  public Compared compare(Contract left, Contract right, Policies policies) {
    JsonSchemaContract consumer = (JsonSchemaContract) left;
    JsonSchemaContract provider = (JsonSchemaContract) right;
    var positions = new SchemaPositions(new SchemaComparison(policies));
    positions.add(
        consumer.schema(),
        provider.schema(),
        new SchemaTelling(
            new Position("type " + consumer.title(), Position.Part.MESSAGE, ""),
            Way.OLD_READS_NEW,
            "the provider",
            "the consumer",
            AgreeMessageRules.MESSAGE_UNREADABLE,
            WitnessMessage.Value::new));
    Compared all = positions.compared();
    return new Compared(
        all.differences().stream().filter(each -> each.impact() != Impact.SAFE).toList(),
        all.tally());
  }
}
