package dev.concordat.engine.fidelity;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sends what may break, compares each arrival with what was sent, and blames nobody for what shows only once.
final class ProbeJudge {
  private final Errands errands;
  private final Known known;
  private final FewValues few;
  private final ListShapes lists;
  private final Roles roles;
  private final Defaults defaults;
  private final HopBook book;
  private final DamageBook found;
  private final Set<String> notes;

  /// @param book is written
  /// @param found is added to
  /// @param notes is added to
  ProbeJudge(
      Errands errands,
      Known known,
      FewValues few,
      ListShapes lists,
      Roles roles,
      HopBook book,
      DamageBook found,
      Set<String> notes) {
    this.errands = errands;
    this.known = known;
    this.few = few;
    this.lists = lists;
    this.roles = roles;
    this.defaults = new Defaults(known, roles);
    this.book = book;
    this.found = found;
    this.notes = notes;
  }

  void follow(Filling filling) throws InterruptedException, EnvironmentFailure {
    for (Trip trip : taken(filling)) {
      for (String field : trip.filling().fields()) {
        judge(trip, field);
      }
    }
  }

  /// All in one request, or each in one of its own where they are not taken together.
  private List<Trip> taken(Filling filling) throws InterruptedException, EnvironmentFailure {
    Optional<Trip> together = send(filling);
    if (together.isPresent() || filling.fields().size() == 1) {
      if (together.isEmpty()) {
        refused(filling);
      }
      return together.stream().toList();
    }
    List<Trip> trips = new ArrayList<>();
    for (String field : filling.fields()) {
      if (errands.isOver()) {
        break;
      }
      Filling alone = filling.alone(field);
      Optional<Trip> trip = send(alone);
      trip.ifPresent(trips::add);
      if (trip.isEmpty()) {
        refused(alone);
      }
    }
    return trips;
  }

  /// Fields that are not followed get new values, so that no two requests are about one thing.
  private Optional<Trip> send(Filling filling) throws InterruptedException, EnvironmentFailure {
    return errands.send(known.form(), filling, known.example().filling().fields());
  }

  private void refused(Filling filling) {
    for (String field : filling.fields()) {
      String what = filling.leftOut().contains(field) ? "absence" : "a value";
      notes.add(known.source(field).text() + ": " + what + " that the contract allows was refused");
    }
  }

  private void judge(Trip trip, String field) throws InterruptedException, EnvironmentFailure {
    Passage passage = passage(trip, field);
    List<Damage> news = damages(passage, field, trip).stream().filter(found::isNews).toList();
    boolean isCertain = !passage.isFilledIn();
    if (isCertain) {
      book.probed(field, passage, found::isAccepted);
    }
    if (!news.isEmpty()) {
      isCertain = confirm(trip, field, news);
    }
    if (passage.isFilledIn()) {
      book.probed(
          field,
          isCertain ? passage : passage.excusing(Passage.Arrival::isFilledIn),
          found::isAccepted);
    }
  }

  private Passage passage(Trip trip, String field) {
    Optional<JsonValue> sent = trip.filling().value(field);
    if (sent.isPresent() && lists.has(field)) {
      return lists.passage(sent.get(), field, trip);
    }
    Optional<String> coding = Base64Words.coding(known.operation().described(field));
    return Passage.of(
            sent,
            known.places(field),
            trip.seen(),
            (place, value) -> defaults.areStated(field, place, value))
        .excusing(it -> sent.filter(value -> few.isTranslated(field, value, it)).isPresent())
        .rejudged(it -> CookieWords.judged(it, field, sent))
        .rejudged(it -> coding.map(word -> Base64Words.judged(it, word, roles)).orElse(it));
  }

  private List<Damage> damages(Passage passage, String field, Trip trip) {
    return passage.damages(known.source(field), known.operation().system(), trip.exchanges());
  }

  /// A second time, the value alone; and where that does not show it, all of them again.
  ///
  /// @return whether all of it showed again
  private boolean confirm(Trip trip, String field, List<Damage> news)
      throws InterruptedException, EnvironmentFailure {
    for (Filling filling : List.of(trip.filling().alone(field), trip.filling())) {
      Optional<Trip> again = send(filling);
      if (again.isPresent()) {
        Map<String, Damage> seen = new LinkedHashMap<>();
        for (Damage damage : damages(passage(again.get(), field), field, again.get())) {
          seen.put(damage.key() + damage.alteration(), damage);
        }
        List<Damage> shown =
            seen.values().stream()
                .filter(it -> news.stream().anyMatch(first -> isSame(first, it)))
                .toList();
        shown.forEach(found::add);
        if (news.stream().allMatch(it -> shown.stream().anyMatch(next -> isShownAgain(it, next)))) {
          return true;
        }
      }
    }
    news.stream().filter(found::isNews).forEach(this::flaky);
    return false;
  }

  /// What was made up for nothing is a default where it is the same each time; else it was computed, as ids and times are.
  private static boolean isSame(Damage first, Damage next) {
    return first.key().equals(next.key())
        && (!next.isFilledIn() || first.received().equals(next.received()));
  }

  private static boolean isShownAgain(Damage first, Damage next) {
    return isSame(first, next) && first.alteration() == next.alteration();
  }

  private void flaky(Damage damage) {
    if (!damage.isFilledIn()) {
      notes.add(
          "flaky: "
              + damage.to().text()
              + " showed "
              + damage.received()
              + " for "
              + damage.sent()
              + " once and not again; nobody is blamed");
    }
  }
}
