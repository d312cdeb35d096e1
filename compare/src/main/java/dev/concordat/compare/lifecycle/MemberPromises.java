package dev.concordat.compare.lifecycle;

import dev.concordat.compare.openapi.HttpChange;
import dev.concordat.compare.openapi.Spot;
import dev.concordat.compare.schema.Edit;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is promised of members of bodies.
final class MemberPromises {
  private MemberPromises() {}

  private record Seen(Position position, String pointer) {}

  static List<Difference> of(List<HttpChange> changes, LifecyclePolicy policy) {
    var found = new ArrayList<Difference>();
    Set<Seen> seen = new HashSet<>();
    for (HttpChange change : changes) {
      if (change instanceof HttpChange.SchemaChanged changed) {
        for (Edit edit : changed.difference().edits()) {
          if (edit.concern() == Edit.Concern.LIFECYCLE) {
            position(changed)
                .filter(position -> seen.add(new Seen(position, edit.pointer())))
                .ifPresent(position -> found.addAll(differences(changed, edit, position, policy)));
          }
        }
      }
    }
    return found;
  }

  private static List<Difference> differences(
      HttpChange.SchemaChanged changed, Edit edit, Position position, LifecyclePolicy policy) {
    Optional<Schema> before = edit.before().schema();
    Optional<Schema> after = edit.after().schema();
    if (before.isEmpty() || after.isEmpty()) {
      return List.of();
    }
    Stability level =
        changed
            .endpoint()
            .after()
            .map(HttpOperation::written)
            .map(Promise::of)
            .map(Promise::level)
            .orElse(Stability.STABLE);
    boolean isRequest = changed.spot() instanceof Spot.OfRequestBody;
    return policy
        .changes(Promise.of(before.get().node()), Promise.of(after.get().node()), level)
        .stream()
        .map(
            change ->
                LifecycleDifferences.of(
                    change,
                    position,
                    edit.pointer(),
                    edit.pointer().isEmpty() ? "the body" : "the member '" + edit.pointer() + "'",
                    LifecycleNames.member(change.kind(), isRequest)))
        .toList();
  }

  private static Optional<Position> position(HttpChange.SchemaChanged changed) {
    String operation = changed.endpoint().name();
    return switch (changed.spot()) {
      case Spot.OfRequestBody body ->
          Optional.of(
              new Position(operation, Part.REQUEST_BODY, body.before().mediaType().toString()));
      case Spot.OfResponseBody body ->
          Optional.of(
              new Position(
                  operation,
                  Part.RESPONSE_BODY,
                  body.beforeResponse().status() + " " + body.before().mediaType()));
      case Spot.OfParameter ignored -> Optional.empty();
      case Spot.OfResponseHeader ignored -> Optional.empty();
    };
  }
}
