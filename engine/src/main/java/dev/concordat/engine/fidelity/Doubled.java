package dev.concordat.engine.fidelity;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.engine.fidelity.Passage.Arrival;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Members of one name that come twice in an object, and cookies that do, each time with two values. To refuse them is right,
/// and so is to pass both on. Of the two values most readers of JSON take the last (RFC 8259, section 4), and most readers of
/// cookies the first; who takes the other one is told where somebody else takes the usual one: what was checked is not what
/// is used then.
final class Doubled {
  /// Values for learning are of the rounds before.
  private static final int FIRST_ROUND = 50;

  private final Errands errands;
  private final Known known;
  private final FewValues few;
  private final HopBook book;
  private final DamageBook found;
  private final Set<String> notes;

  /// @param book is written
  /// @param found is added to
  /// @param notes is added to
  Doubled(
      Errands errands,
      Known known,
      FewValues few,
      HopBook book,
      DamageBook found,
      Set<String> notes) {
    this.errands = errands;
    this.known = known;
    this.few = few;
    this.book = book;
    this.found = found;
    this.notes = notes;
  }

  /// What was sent twice, and what came of it.
  ///
  /// @param usual what most readers take
  /// @param odd the other one
  private record Two(Map<String, JsonValue> usual, Map<String, JsonValue> odd, Trip trip) {}

  void follow() throws InterruptedException, EnvironmentFailure {
    follow(this::isMember, "members that come twice");
    follow(CookieWords::is, "cookies that come twice");
  }

  private boolean isMember(String field) {
    int slash = field.lastIndexOf('/');
    return field.startsWith("/")
        && known.form().at(field.substring(0, slash)) instanceof JsonObject;
  }

  private void follow(Predicate<String> isMeant, String what)
      throws InterruptedException, EnvironmentFailure {
    Set<String> unique = known.example().filling().values().keySet();
    List<String> fields =
        known.carried().keySet().stream()
            .filter(isMeant)
            .filter(it -> unique.contains(it) && !few.has(it))
            .toList();
    if (fields.isEmpty() || errands.isOver()) {
      return;
    }
    Optional<Two> first = sent(fields, FIRST_ROUND);
    if (first.isEmpty()) {
      notes.add(errands.operation().name() + ": " + what + " are refused, as they may be");
      return;
    }
    List<Damage> news = judged(first.get()).filter(found::isNews).toList();
    if (news.isEmpty()) {
      return;
    }
    Optional<Two> second = sent(fields, FIRST_ROUND + 2);
    Map<String, Damage> again =
        second.stream()
            .flatMap(this::judged)
            .collect(Collectors.toMap(Doubled::key, it -> it, (one, other) -> one));
    news.stream().filter(it -> again.containsKey(key(it))).forEach(found::add);
    news.stream()
        .filter(it -> !again.containsKey(key(it)))
        .forEach(it -> notes.add("flaky: " + it.to().text() + " was changed once by " + what));
  }

  private static String key(Damage damage) {
    return damage.key() + "|" + damage.alteration();
  }

  private Optional<Two> sent(List<String> fields, int round)
      throws InterruptedException, EnvironmentFailure {
    Map<String, JsonValue> before = errands.values(known.form(), fields, round);
    Map<String, JsonValue> last = errands.values(known.form(), fields, round + 1);
    before.keySet().retainAll(last.keySet());
    last.keySet().retainAll(before.keySet());
    Set<String> renewed = known.example().filling().fields();
    Optional<Trip> trip =
        last.isEmpty()
            ? Optional.empty()
            : errands.send(known.form(), Filling.of(last), before, renewed);
    return trip.map(
        it -> {
          Map<String, JsonValue> usual = new LinkedHashMap<>(last);
          Map<String, JsonValue> odd = new LinkedHashMap<>(before);
          for (String field : last.keySet()) {
            if (CookieWords.is(field)) {
              usual.put(field, before.getOrDefault(field, last.get(field)));
              odd.put(field, last.get(field));
            }
          }
          return new Two(usual, odd, it);
        });
  }

  private Stream<Damage> judged(Two two) {
    return two.usual().keySet().stream().flatMap(field -> judged(two, field).stream());
  }

  private List<Damage> judged(Two two, String field) {
    JsonValue usual = two.usual().get(field);
    JsonValue odd = two.odd().get(field);
    if (usual == null || odd == null) {
      return List.of();
    }
    Passage plain =
        Passage.of(Optional.of(usual), known.places(field), two.trip().seen(), (place, it) -> false)
            .rejudged(it -> CookieWords.judged(it, field, Optional.of(usual)));
    boolean isUsualTaken =
        plain.arrivals().stream().anyMatch(it -> !it.isDamaged() && !isTwice(it.shown()));
    Passage passage =
        plain.rejudged(
            it ->
                isValue(it, odd)
                    ? new Arrival(
                        it.carried(),
                        it.shown(),
                        Optional.of(new Meaning.Judged(Alteration.KEYS_MERGED, isUsualTaken)))
                    : it);
    book.probed(field, passage, found::isAccepted);
    String both =
        CookieWords.is(field)
            ? Passage.text(usual) + ", then " + Passage.text(odd)
            : Passage.text(odd) + ", then " + Passage.text(usual);
    return passage
        .damages(known.source(field), known.operation().system(), two.trip().exchanges())
        .stream()
        .map(it -> it.ofSent(both))
        .toList();
  }

  private static boolean isValue(Arrival arrival, JsonValue value) {
    return Meaning.isSame(value, arrival.shown().value(), arrival.carried().spelling());
  }

  /// Whether both were passed on.
  private static boolean isTwice(Sighting sighting) {
    String pointer = sighting.pointer();
    return switch (sighting.exchange()) {
      case HttpExchange http when CookieWords.is(pointer) ->
          CookieWords.of(http.request().headers()).stream()
                  .filter(it -> pointer.equals(CookieWords.PREFIX + it.name()))
                  .count()
              > 1;
      case HttpExchange http when sighting.place().kind() == ValuePlace.Kind.REQUEST ->
          isTwice(http.request().body(), pointer);
      case HttpExchange http ->
          http.response().filter(it -> isTwice(it.body(), pointer)).isPresent();
      case MessageDelivery message ->
          message.value().filter(it -> isTwice(it, pointer)).isPresent();
      case RowChange row -> isTwice(row, pointer);
    };
  }

  private static boolean isTwice(Bytes body, String pointer) {
    return JsonParser.parse(body.toArray()).duplicateKeys().contains(pointer);
  }

  /// A column of JSON may keep the text as it came.
  private static boolean isTwice(RowChange row, String pointer) {
    return row.columns().entrySet().stream()
        .anyMatch(
            column -> {
              String at = "/" + Pointers.escape(column.getKey());
              return pointer.startsWith(at + "/")
                  && column
                      .getValue()
                      .filter(it -> isTwice(Bytes.utf8(it), pointer.substring(at.length())))
                      .isPresent();
            });
  }
}
