package dev.concordat.compare.oasdiff;

import dev.concordat.compare.openapi.Aliases;
import dev.concordat.compare.openapi.Endpoint;
import dev.concordat.compare.openapi.HttpChange;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Difference;
import java.util.List;
import java.util.stream.Stream;

/// The differences that only other tools tell, and no names: finding those takes a look at all that changed, and few reports
/// show them. Not thread-safe.
public final class NotesAlone implements Aliases.Names {
  private final SpotNames schemas;
  private final List<HttpChange> changes;

  public NotesAlone(List<HttpChange> changes, Aliases.Known known) {
    this.schemas = new SpotNames(known.inclusions(), known.writing());
    this.changes = List.copyOf(changes);
  }

  @Override
  public List<Alias> of(HttpChange change) {
    return List.of();
  }

  @Override
  public List<Difference> notes(
      OpenApiContract before, OpenApiContract after, List<Endpoint> endpoints) {
    return PeerNotes.of(schemas, before, after, endpoints, changes, rule -> Stream.empty());
  }
}
