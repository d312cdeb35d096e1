package dev.concordat.compare.graphql;

import dev.concordat.compare.graphql.Meeting.Met;
import dev.concordat.contracts.graphql.GraphQlDocumentContract;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.model.comparison.Affected;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a consumer's documents need of a schema: whether a difference of two schemas affects them.
public final class GraphQlNeeds {
  private final List<Meeting> meetings;

  private GraphQlNeeds(List<Meeting> meetings) {
    this.meetings = meetings;
  }

  /// What a document needs of a schema.
  ///
  /// @param before the schema by which the document was written
  /// @param after the schema that it will meet
  public static GraphQlNeeds of(
      GraphQlSchemaContract before, GraphQlSchemaContract after, GraphQlDocumentContract document) {
    var names = new Sides.Names("the old schema", "the new schema");
    var sides = new Sides(new SchemaView(before), new SchemaView(after), names);
    return new GraphQlNeeds(
        Asked.of(document.document()).stream().map(asked -> new Meeting(sides, asked)).toList());
  }

  /// What a difference that {@link GraphQlDiff} found does to the document.
  ///
  /// @param consumer the consumer's name, as it is told
  public Affected affected(String consumer, Difference difference) {
    Optional<Met> met =
        meetings.stream()
            .flatMap(meeting -> meeting.with(difference).stream())
            .min(Comparator.comparing(Met::impact));
    return met.map(one -> new Affected(consumer, one.impact(), one.why(), one.witness()))
        .orElseGet(
            () ->
                new Affected(
                    consumer,
                    Impact.SAFE,
                    meetings.isEmpty()
                        ? "its document has no operation"
                        : "none of its operations uses it",
                    Optional.empty()));
  }
}
