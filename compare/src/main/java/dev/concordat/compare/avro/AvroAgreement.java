package dev.concordat.compare.avro;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Format;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.avro.AvroContract;
import dev.concordat.model.comparison.Position;

/// A consumer's Avro document with a provider's: of schemas the consumer reads what the provider writes; of protocols the
/// consumer is the client.
public final class AvroAgreement implements Format {
  @Override
  public boolean fits(Contract left, Contract right) {
    return left instanceof AvroContract && right instanceof AvroContract;
  }

  @Override
  public Compared compare(Contract left, Contract right, Policies policies) {
    AvroContract consumer = (AvroContract) left;
    AvroContract provider = (AvroContract) right;
    if (consumer.schema().isPresent() && provider.schema().isPresent()) {
      var readings = new SchemaReadings();
      readings.read(
          provider.schema().get(),
          consumer.schema().get(),
          SchemaReadings.PROVIDER_READ_BY_CONSUMER,
          new Position("type " + consumer.schema().get().name(), Position.Part.MESSAGE, ""),
          false,
          false);
      return readings.compared();
    }
    if (consumer.protocol().isPresent() && provider.protocol().isPresent()) {
      return ProtocolComparison.compare(
          consumer.protocol().get(),
          provider.protocol().get(),
          SchemaReadings.CONSUMER_READ_BY_PROVIDER,
          SchemaReadings.PROVIDER_READ_BY_CONSUMER,
          false);
    }
    return UnlikeDocuments.compared(consumer, provider);
  }
}
