package dev.concordat.compare.avro;

import dev.concordat.compare.format.Compared;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Tally;
import dev.concordat.model.finding.AgreeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Readings of one schema's data by another, collected as differences of two contracts. Not thread-safe.
final class SchemaReadings {
  static final Roles OLD_READ_BY_NEW = new Roles("the old contract", "the new contract");
  static final Roles NEW_READ_BY_OLD = new Roles("the new contract", "the old contract");
  static final Roles PROVIDER_READ_BY_CONSUMER = new Roles("the provider", "the consumer");
  static final Roles CONSUMER_READ_BY_PROVIDER = new Roles("the consumer", "the provider");

  private final List<Difference> differences = new ArrayList<>();
  private Tally tally = Tally.NONE;

  /// Adds one reading.
  ///
  /// @param isWrittenByLeft whether the old contract's, or the consumer's, schema is the writer
  /// @param withCode whether what only changes generated code or defaults is told too
  void read(
      AvroSchema writer,
      AvroSchema reader,
      Roles roles,
      Position position,
      boolean isWrittenByLeft,
      boolean withCode) {
    List<AvroIssue> issues = AvroCompatibility.issues(writer, reader, roles);
    issues.stream()
        .filter(issue -> issue.isOfData() || withCode)
        .map(issue -> issue.difference(position, isWrittenByLeft))
        .forEach(differences::add);
    count(issues);
    boolean isSilent = issues.stream().noneMatch(issue -> issue.isOfData() || withCode);
    if (withCode && isSilent && !isSame(writer, reader)) {
      AvroSchema left = isWrittenByLeft ? writer : reader;
      AvroSchema right = isWrittenByLeft ? reader : writer;
      differences.add(
          new Difference(
              AgreeRules.CHANGED_SAFELY,
              Impact.SAFE,
              new Evidence.Proved("schema resolution"),
              position,
              "",
              "all that " + roles.writer() + " writes is read as it was meant",
              Optional.of(At.of(left, left.root())),
              Optional.of(At.of(right, right.root())),
              List.of(),
              List.of()));
    }
  }

  private static boolean isSame(AvroSchema writer, AvroSchema reader) {
    return Meaning.digest(writer.meaning()).equals(Meaning.digest(reader.meaning()));
  }

  private void count(List<AvroIssue> issues) {
    if (issues.stream().anyMatch(issue -> issue.impact() == Impact.BREAKS)) {
      tally = tally.plus(new Tally(0, 1, 0));
    } else if (issues.stream().anyMatch(issue -> issue.impact() == Impact.UNKNOWN)) {
      tally = tally.plus(new Tally(0, 0, 1));
    } else {
      tally = tally.plus(new Tally(1, 0, 0));
    }
  }

  /// Adds a difference that no data shows.
  void add(Difference difference) {
    differences.add(difference);
    tally =
        switch (difference.impact()) {
          case BREAKS -> tally.plus(new Tally(0, 1, 0));
          case UNKNOWN -> tally.plus(new Tally(0, 0, 1));
          case MISREAD, RISKY, MEANING, CLIENT_CODE, POLICY, SAFE -> tally;
        };
  }

  Compared compared() {
    return new Compared(differences, tally);
  }
}
