package dev.concordat.compare.avro;

import dev.concordat.compare.format.Compared;
import dev.concordat.contracts.avro.AvroContract;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.AgreeMessageRules;
import java.util.List;
import java.util.Optional;

/// A schema beside a protocol.
final class UnlikeDocuments {
  private UnlikeDocuments() {}

  static Compared compared(AvroContract left, AvroContract right) {
    String message = left.file() + " is " + noun(left) + ", " + right.file() + " is " + noun(right);
    var readings = new SchemaReadings();
    readings.add(
        new Difference(
            AgreeMessageRules.MESSAGE_UNREADABLE,
            Impact.UNKNOWN,
            new Evidence.Undecided("a schema and a protocol cannot be compared", List.of()),
            new Position("", Position.Part.DOCUMENT, ""),
            "",
            message,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of()));
    return readings.compared();
  }

  private static String noun(AvroContract contract) {
    return contract.schema().isPresent() ? "a schema" : "a protocol";
  }
}
