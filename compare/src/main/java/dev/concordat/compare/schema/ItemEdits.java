package dev.concordat.compare.schema;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.schema.Word;
import java.util.List;
import java.util.Optional;

/// The items of arrays: those by position, and all others.
final class ItemEdits {
  /// The words that are compared here.
  static final long WORDS = Word.bits(Word.PREFIX_ITEMS, Word.ITEMS, Word.ADDITIONAL_ITEMS);

  private final Walk walk;

  ItemEdits(Walk walk) {
    this.walk = walk;
  }

  void compare(Spot spot, Findings findings) {
    int before = positions(spot.before());
    int after = positions(spot.after());
    for (int i = 0; i < Math.max(before, after); i++) {
      position(spot, i, findings);
    }
    List<Joined.Said<Schema>> was = spot.before().all(SchemaView::items);
    List<Joined.Said<Schema>> is = spot.after().all(SchemaView::items);
    Route route = spot.route().into(new Step.Item(positions(spot.receiver())), "*", "items");
    one(spot, inside(spot, route, was, is), "items", "", was, is, findings);
  }

  private static int positions(Joined joined) {
    return joined.parts().stream()
        .mapToInt(part -> part.view().prefixItems().size())
        .max()
        .orElse(0);
  }

  private void position(Spot spot, int at, Findings findings) {
    List<Joined.Said<Schema>> was = at(spot.before(), at);
    List<Joined.Said<Schema>> is = at(spot.after(), at);
    String token = Integer.toString(at);
    Route route = spot.route().into(new Step.ItemAt(at), token, "prefixItems/" + token);
    one(spot, inside(spot, route, was, is), "prefixItems", token, was, is, findings);
  }

  private static List<Joined.Said<Schema>> at(Joined joined, int at) {
    return joined.all(
        view ->
            at < view.prefixItems().size()
                ? Optional.of(view.prefixItems().get(at))
                : Optional.empty());
  }

  private static Spot inside(
      Spot spot, Route route, List<Joined.Said<Schema>> was, List<Joined.Said<Schema>> is) {
    return new Spot(spot.way(), route, joined(was), joined(is), false, false);
  }

  private static Joined joined(List<Joined.Said<Schema>> said) {
    return Joined.of(said.stream().map(Joined.Said::value).toList());
  }

  private void one(
      Spot spot,
      Spot inside,
      String keyword,
      String name,
      List<Joined.Said<Schema>> was,
      List<Joined.Said<Schema>> is,
      Findings findings) {
    if (!was.isEmpty() && !is.isEmpty()) {
      walk.compare(inside, findings);
      return;
    }
    if (allowAll(was) && allowAll(is) && keyword.equals("items")) {
      return;
    }
    if (was.isEmpty() && is.isEmpty()) {
      return;
    }
    List<Schema> received = inside.receiver().roots();
    boolean isAdded = was.isEmpty();
    findings.add(
        inside,
        new Edit(
            keyword,
            name,
            isAdded ? Edit.Change.ADDED : Edit.Change.REMOVED,
            inside.route().pointer(),
            inside.route().keywords(),
            side(spot.before(), was),
            side(spot.after(), is)),
        // Where the receiver speaks no more of a position, what it says of all others may refuse
        // it.
        received.isEmpty() && spot.receiver().all(SchemaView::items).isEmpty()
            ? Optional.empty()
            : Optional.of(received.isEmpty() ? Aims.ANYTHING : Aims.breaksOne(received)));
  }

  private static boolean allowAll(List<Joined.Said<Schema>> said) {
    return said.stream().allMatch(each -> each.value().view().schema().allowsAll());
  }

  private static Edit.Side side(Joined around, List<Joined.Said<Schema>> said) {
    Optional<Schema> schema = said.stream().map(Joined.Said::value).findFirst();
    return Spot.side(
        joined(said),
        schema,
        schema.map(each -> each.node().toJson()),
        schema
            .or(() -> around.parts().stream().map(part -> part.view().schema()).findFirst())
            .map(Schema::node),
        false);
  }
}
