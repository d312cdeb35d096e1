package dev.concordat.compare.oasdiff;

import dev.concordat.compare.openapi.Endpoint;
import dev.concordat.compare.openapi.HttpChange;
import dev.concordat.compare.openapi.HttpChange.SchemaChanged;
import dev.concordat.compare.openapi.Spot;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// What other tools tell and no message shows: edits of sentences that have no effect where they stand, and how credentials
/// are got.
final class PeerNotes {
  private record Place(String endpoint, Position position) {}

  private PeerNotes() {}

  /// @param names what other tools call what oasdiff has this rule for
  static List<Difference> of(
      SpotNames schemas,
      OpenApiContract before,
      OpenApiContract after,
      List<Endpoint> endpoints,
      List<HttpChange> changes,
      Function<String, Stream<Alias>> names) {
    var notes = new UnfeltNotes(schemas, names);
    Map<Place, List<SchemaChanged>> told = new HashMap<>();
    for (HttpChange change : changes) {
      if (change instanceof SchemaChanged changed) {
        told.computeIfAbsent(place(changed.endpoint(), changed.spot()), at -> new ArrayList<>())
            .add(changed);
      }
    }
    for (Endpoint endpoint : endpoints) {
      for (Spot spot : Spots.writtenOtherwise(endpoint, schemas)) {
        notes.add(endpoint, spot, told.getOrDefault(place(endpoint, spot), List.of()));
      }
    }
    var differences = new ArrayList<Difference>(notes.differences());
    differences.addAll(SchemeNotes.of(before, after, names));
    return differences;
  }

  private static Place place(Endpoint endpoint, Spot spot) {
    return new Place(endpoint.name(), Positions.of(endpoint, spot));
  }
}
