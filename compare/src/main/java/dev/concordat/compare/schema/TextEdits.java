package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.schema.Word;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Keywords of which several may be read together, each for itself: patterns, formats, `multipleOf`.
final class TextEdits {
  /// The words that are compared here.
  static final long WORDS = Word.bits(Word.PATTERN, Word.FORMAT, Word.MULTIPLE_OF);

  private final Inclusions inclusions;

  TextEdits(Inclusions inclusions) {
    this.inclusions = inclusions;
  }

  void compare(Spot spot, Findings findings) {
    each(spot, findings, "pattern", view -> view.pattern().map(JsonString::new));
    each(spot, findings, "format", view -> view.format().map(JsonString::new));
    each(spot, findings, "multipleOf", view -> view.multipleOf().map(JsonNumber::of));
  }

  private void each(
      Spot spot,
      Findings findings,
      String keyword,
      Function<SchemaView, Optional<JsonValue>> value) {
    List<Joined.Said<JsonValue>> gone = distinct(spot.before().all(value));
    List<Joined.Said<JsonValue>> come = distinct(spot.after().all(value));
    var kept = gone.stream().map(Joined.Said::value).toList();
    gone.removeIf(said -> come.stream().anyMatch(other -> other.value().equals(said.value())));
    come.removeIf(said -> kept.contains(said.value()));
    int pairs = Math.max(gone.size(), come.size());
    for (int i = 0; i < pairs; i++) {
      Optional<Joined.Said<JsonValue>> before = at(gone, i);
      Optional<Joined.Said<JsonValue>> after = at(come, i);
      findings.plain(spot, keyword, change(findings, keyword, before, after), before, after);
    }
  }

  private static List<Joined.Said<JsonValue>> distinct(List<Joined.Said<JsonValue>> said) {
    List<Joined.Said<JsonValue>> all = new ArrayList<>();
    for (Joined.Said<JsonValue> each : said) {
      if (all.stream().noneMatch(known -> known.value().equals(each.value()))) {
        all.add(each);
      }
    }
    return all;
  }

  private static Optional<Joined.Said<JsonValue>> at(List<Joined.Said<JsonValue>> said, int i) {
    return i < said.size() ? Optional.of(said.get(i)) : Optional.empty();
  }

  private Edit.Change change(
      Findings findings,
      String keyword,
      Optional<Joined.Said<JsonValue>> before,
      Optional<Joined.Said<JsonValue>> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return before.isEmpty() ? Edit.Change.SET : Edit.Change.UNSET;
    }
    return Changes.between(
        inclusions,
        findings.keywords().of(keyword, before.get().value()),
        findings.keywords().of(keyword, after.get().value()));
  }
}
