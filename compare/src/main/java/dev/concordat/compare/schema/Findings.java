package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Aim;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Collects edits, each with what a value does at its place that breaks what the receiver says.
final class Findings {
  /// Most edits of one position.
  static final int MAX_EDITS = 1_000;

  private final List<Found> found = new ArrayList<>();
  private final OneKeyword keywords;
  private final Predicate<Aim> isEnough;
  private boolean isFull;
  private boolean isDecided;

  Findings(OneKeyword keywords) {
    this(keywords, ignored -> false);
  }

  /// @param isEnough whether no further edit needs to be looked for
  Findings(OneKeyword keywords, Predicate<Aim> isEnough) {
    this.keywords = keywords;
    this.isEnough = isEnough;
  }

  List<Found> all() {
    return found;
  }

  /// Whether there were more.
  boolean isFull() {
    return isFull;
  }

  /// Whether one of them was enough.
  boolean isDecided() {
    return isDecided;
  }

  /// Notes that not all places were looked at.
  void cut() {
    isFull = true;
  }

  /// @param here what a value does at the spot that breaks what the receiver says; absent where it says nothing
  void add(Spot spot, Edit edit, Optional<Aim> here) {
    addWhole(spot, edit, here.map(spot.route()::aim));
  }

  /// @param whole what the whole value does
  void addWhole(Spot spot, Edit edit, Optional<Aim> whole) {
    if (found.size() < MAX_EDITS) {
      found.add(new Found(edit, spot, whole));
      if (!isDecided && whole.isPresent() && isEnough.test(whole.get())) {
        isDecided = true;
        isFull = true;
      }
    } else {
      isFull = true;
    }
  }

  /// A keyword with a plain value, which a value breaks that breaks it alone.
  void plain(
      Spot spot,
      String keyword,
      Edit.Change change,
      Optional<Joined.Said<JsonValue>> before,
      Optional<Joined.Said<JsonValue>> after) {
    Optional<Aim> here =
        spot.way()
            .receiver(before, after)
            .map(said -> new Aim.Breaks(keywords.of(keyword, said.value())));
    add(spot, spot.edit(keyword, "", change, before, after), here);
  }

  /// A sentence that restricts nothing.
  void note(
      Spot spot,
      String keyword,
      Optional<Joined.Said<JsonValue>> before,
      Optional<Joined.Said<JsonValue>> after,
      Supplier<Edit.Change> both) {
    Edit.Change change =
        before.isEmpty() ? Edit.Change.SET : after.isEmpty() ? Edit.Change.UNSET : both.get();
    add(spot, spot.edit(keyword, "", change, before, after), Optional.empty());
  }

  OneKeyword keywords() {
    return keywords;
  }
}
