package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.inclusion.Likeness;
import dev.concordat.contracts.schema.SameText;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Goes through two schemas side by side and finds the edits that lead from the one to the other. What says the same is
/// not gone into; a pair that is met again inside itself is no further edit.
final class Walk {
  /// Places deeper inside than this are not looked at one by one.
  private static final int MAX_DEPTH = 60;

  /// Most places of one position.
  private static final int MAX_PLACES = 20_000;

  private final SameText sameText;
  private final Likeness likeness;
  private final TextEdits texts;
  private final MemberEdits members = new MemberEdits(this);
  private final RestEdits rest = new RestEdits(this);
  private final ItemEdits items = new ItemEdits(this);
  private final AlternativeEdits alternatives;
  private final ConditionEdits conditions;
  private final Set<Pair> open = new HashSet<>();
  private int places;

  private record Pair(List<Schema> before, List<Schema> after) {}

  Walk(SameText sameText, Likeness likeness, Inclusions inclusions) {
    this.sameText = sameText;
    this.likeness = likeness;
    this.texts = new TextEdits(inclusions);
    this.alternatives = new AlternativeEdits(this, likeness);
    this.conditions = new ConditionEdits(likeness);
  }

  void start() {
    open.clear();
    places = 0;
  }

  void compare(Spot spot, Findings findings) {
    List<Schema> before = spot.before().roots();
    List<Schema> after = spot.after().roots();
    if (isSameText(before, after)) {
      return;
    }
    Pair pair = new Pair(representatives(before), representatives(after));
    if (pair.before.equals(pair.after) || findings.isFull()) {
      return;
    }
    if (spot.route().depth() > MAX_DEPTH || ++places > MAX_PLACES) {
      findings.cut();
      return;
    }
    if (!open.add(pair)) {
      return;
    }
    try {
      inside(spot, findings);
    } finally {
      open.remove(pair);
    }
  }

  /// Whether there is nothing to find in a place: both sides say the same of it.
  boolean isSame(List<Schema> before, List<Schema> after) {
    if (before.size() == 1 && after.size() == 1) {
      Schema was = before.getFirst();
      Schema is = after.getFirst();
      return sameText.isSame(was, is) || likeness.isSame(was, is);
    }
    return representatives(before).equals(representatives(after));
  }

  private boolean isSameText(List<Schema> before, List<Schema> after) {
    return before.size() == 1
        && after.size() == 1
        && sameText.isSame(before.getFirst(), after.getFirst());
  }

  private List<Schema> representatives(List<Schema> roots) {
    if (roots.size() == 1) {
      return List.of(likeness.representative(roots.getFirst()));
    }
    return roots.stream().map(likeness::representative).distinct().toList();
  }

  private void inside(Spot spot, Findings findings) {
    if (spot.before().isNothing() != spot.after().isNothing()) {
      boolean isForbidden = spot.after().isNothing();
      findings.add(
          spot,
          spot.edit(
              "false",
              "",
              isForbidden ? Edit.Change.SET : Edit.Change.UNSET,
              Optional.empty(),
              Optional.empty()),
          Optional.of(Aims.ANYTHING).filter(ignored -> spot.receiver().isNothing()));
      return;
    }
    alternatives.compare(spot, findings).ifPresent(rest -> alike(rest, findings));
  }

  private void alike(Spot spot, Findings findings) {
    TypeEdits.compare(spot, findings);
    // Most schemas speak by few words.
    if (spot.hasAny(ValueEdits.WORDS)) {
      ValueEdits.compare(spot, findings);
    }
    if (spot.hasAny(Quantities.WORDS)) {
      Quantities.compare(spot, findings);
    }
    if (spot.hasAny(TextEdits.WORDS)) {
      texts.compare(spot, findings);
    }
    if (spot.hasAny(NoteEdits.WORDS)) {
      NoteEdits.compare(spot, findings);
    }
    if (spot.hasAny(ConditionEdits.WORDS)) {
      conditions.compare(spot, findings);
    }
    if (spot.before().any(Walk::speaksOfMembers) || spot.after().any(Walk::speaksOfMembers)) {
      members.compare(spot, findings);
      rest.compare(spot, findings);
    }
    if (spot.hasAny(ItemEdits.WORDS)) {
      items.compare(spot, findings);
    }
  }

  private static boolean speaksOfMembers(SchemaView view) {
    return !view.properties().isEmpty()
        || !view.required().isEmpty()
        || !view.patternProperties().isEmpty()
        || view.additionalProperties().isPresent();
  }
}
