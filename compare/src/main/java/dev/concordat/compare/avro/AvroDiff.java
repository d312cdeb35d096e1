package dev.concordat.compare.avro;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Format;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.avro.AvroContract;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.model.comparison.Position;

/// An old Avro document with a new one. Data is kept, so who reads whose data is a policy. Of protocols, old clients call
/// new servers.
public final class AvroDiff implements Format {
  @Override
  public boolean fits(Contract left, Contract right) {
    return left instanceof AvroContract && right instanceof AvroContract;
  }

  @Override
  public Compared compare(Contract left, Contract right, Policies policies) {
    AvroContract before = (AvroContract) left;
    AvroContract after = (AvroContract) right;
    if (before.schema().isPresent() && after.schema().isPresent()) {
      return schemas(before.schema().get(), after.schema().get(), policies.stored());
    }
    if (before.protocol().isPresent() && after.protocol().isPresent()) {
      return ProtocolComparison.compare(
          before.protocol().get(),
          after.protocol().get(),
          SchemaReadings.OLD_READ_BY_NEW,
          SchemaReadings.NEW_READ_BY_OLD,
          true);
    }
    return UnlikeDocuments.compared(before, after);
  }

  private static Compared schemas(AvroSchema before, AvroSchema after, Policies.Stored stored) {
    var readings = new SchemaReadings();
    String operation = "type " + after.name();
    if (stored.newReadsOld()) {
      var position =
          new Position(
              operation, Position.Part.MESSAGE, "of the old contract, read by the new one");
      readings.read(before, after, SchemaReadings.OLD_READ_BY_NEW, position, true, true);
    }
    if (stored.oldReadsNew()) {
      var position =
          new Position(
              operation, Position.Part.MESSAGE, "of the new contract, read by the old one");
      readings.read(
          after, before, SchemaReadings.NEW_READ_BY_OLD, position, false, !stored.newReadsOld());
    }
    return readings.compared();
  }
}
