package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Aim;
import dev.concordat.contracts.inclusion.Likeness;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Alternatives: which came and went, and which of one side are meant by which of the other.
final class AlternativeEdits {
  private final Walk walk;
  private final Matching matching;

  AlternativeEdits(Walk walk, Likeness likeness) {
    this.walk = walk;
    this.matching = new Matching(likeness);
  }

  /// Compares what has alternatives.
  ///
  /// @return what is left to be compared; nothing where a schema became alternatives of which none is like it
  Optional<Spot> compare(Spot spot, Findings findings) {
    List<Joined.Group> before = spot.before().groups();
    List<Joined.Group> after = spot.after().groups();
    int common = Math.min(before.size(), after.size());
    for (int i = 0; i < common; i++) {
      both(spot, before.get(i), after.get(i), findings);
    }
    Optional<Spot> left = Optional.of(spot);
    for (Joined.Group group : before.subList(common, before.size())) {
      left = left.flatMap(rest -> gone(rest, group, findings));
    }
    for (Joined.Group group : after.subList(common, after.size())) {
      left = left.flatMap(rest -> come(rest, group, findings));
    }
    return left;
  }

  private void both(Spot spot, Joined.Group before, Joined.Group after, Findings findings) {
    Matching.Pairs pairs = matching.of(before.alternatives(), after.alternatives());
    for (Schema each : pairs.gone()) {
      findings.add(
          spot,
          one(spot, before, each, Edit.Change.REMOVED),
          aim(spot, each, spot.way().isSentByBefore()));
    }
    for (Schema each : pairs.come()) {
      findings.add(
          spot,
          one(spot, after, each, Edit.Change.ADDED),
          aim(spot, each, !spot.way().isSentByBefore()));
    }
    for (Matching.Pair pair : pairs.alike()) {
      Schema sent = spot.way().sender(pair.before(), pair.after());
      String through = after.keyword() + "/" + Route.escaped(Matching.name(pair.after()));
      walk.compare(
          new Spot(
              spot.way(),
              spot.route().alternative(new Step.Alternative(sent), through),
              Joined.of(List.of(pair.before())),
              Joined.of(List.of(pair.after())),
              spot.isRequiredBefore(),
              spot.isRequiredAfter()),
          findings);
    }
    if (!before.keyword().equals(after.keyword())) {
      Joined.Group received = spot.way().receiver(before, after);
      findings.add(
          spot,
          spot.edit(after.keyword(), "", Edit.Change.CHANGED, said(before), said(after)),
          Optional.of(new Aim.Breaks(received.part().view().schema())));
    }
  }

  /// What only the sender has may be refused; what only the receiver has may make a value that was one alternative two.
  private static Optional<Aim> aim(Spot spot, Schema alternative, boolean isSent) {
    boolean isChoice = spot.receiver().groups().stream().anyMatch(g -> g.keyword().equals("oneOf"));
    return isSent || isChoice ? Optional.of(new Aim.Keeps(alternative)) : Optional.empty();
  }

  private static Edit one(Spot spot, Joined.Group group, Schema alternative, Edit.Change change) {
    boolean isAdded = change == Edit.Change.ADDED;
    Edit.Side side = side(spot, alternative);
    Edit.Side other =
        Spot.side(
            isAdded ? spot.before() : spot.after(),
            Optional.empty(),
            Optional.empty(),
            place(isAdded ? spot.before() : spot.after()),
            false);
    return new Edit(
        group.keyword(),
        Matching.name(alternative),
        change,
        spot.route().pointer(),
        spot.route().keywords(),
        isAdded ? other : side,
        isAdded ? side : other);
  }

  private static Edit.Side side(Spot spot, Schema alternative) {
    return Spot.side(
        Joined.of(List.of(alternative)),
        Optional.of(alternative),
        Optional.of(new JsonString(Matching.name(alternative))),
        Optional.of(alternative.node()),
        spot.isRequiredAfter());
  }

  private static Optional<Located> place(Joined joined) {
    return joined.groups().stream()
        .findFirst()
        .map(group -> Spot.place(group.part().view().schema(), group.keyword(), true));
  }

  private Optional<Spot> gone(Spot spot, Joined.Group group, Findings findings) {
    findings.add(
        spot,
        spot.edit(group.keyword(), "", Edit.Change.UNSET, said(group), Optional.empty()),
        whole(group, spot.way().isSentByBefore()));
    return matching
        .likest(group.alternatives(), spot.after())
        .map(
            chosen ->
                new Spot(
                    spot.way(),
                    sent(spot, chosen, spot.way().isSentByBefore(), group),
                    spot.before().choosing(group, chosen),
                    spot.after(),
                    spot.isRequiredBefore(),
                    spot.isRequiredAfter()));
  }

  private Optional<Spot> come(Spot spot, Joined.Group group, Findings findings) {
    findings.add(
        spot,
        spot.edit(group.keyword(), "", Edit.Change.SET, Optional.empty(), said(group)),
        whole(group, !spot.way().isSentByBefore()));
    return matching
        .likest(group.alternatives(), spot.before())
        .map(
            chosen ->
                new Spot(
                    spot.way(),
                    sent(spot, chosen, !spot.way().isSentByBefore(), group),
                    spot.before(),
                    spot.after().choosing(group, chosen),
                    spot.isRequiredBefore(),
                    spot.isRequiredAfter()));
  }

  private static Route sent(Spot spot, Schema chosen, boolean isSent, Joined.Group group) {
    return isSent
        ? spot.route()
            .alternative(
                new Step.Alternative(chosen),
                group.keyword() + "/" + Route.escaped(Matching.name(chosen)))
        : spot.route();
  }

  /// A sender with alternatives may mean any of them; a receiver with alternatives may take none.
  private static Optional<Aim> whole(Joined.Group group, boolean isSent) {
    return Optional.of(isSent ? Aims.ANYTHING : new Aim.Breaks(group.part().view().schema()));
  }

  private static Optional<Joined.Said<JsonValue>> said(Joined.Group group) {
    return Optional.of(
        new Joined.Said<>(
            new JsonArray(
                group.alternatives().stream()
                    .<JsonValue>map(each -> new JsonString(Matching.name(each)))
                    .toList()),
            group.part()));
  }
}
