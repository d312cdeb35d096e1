package dev.concordat.engine.fidelity;

import dev.concordat.engine.fidelity.Passage.Arrival;
import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.flowmap.ValuePlace.Kind;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// What is to be seen of a value that was not sent in a place that would carry it.
///
/// @param all what the request caused
record Absence(Carried carried, List<Sighting> all) {
  /// Where others read what a system says; what it answers or keeps of its own defaults misleads nobody.
  private static final Set<Kind> TOLD = Set.of(Kind.REQUEST, Kind.MESSAGE);

  /// Nothing where nobody can say whether the place would have it: no message, or one of several that were seen.
  Optional<Arrival> arrival(BiPredicate<Carried, JsonValue> isStated) {
    List<Sighting> there =
        all.stream()
            .filter(it -> it.place().equals(carried.place()))
            .filter(it -> carried.pointer().isEmpty() || it.pointer().equals(carried.pointer()))
            .toList();
    boolean isOneOfMany = carried.pointer().isEmpty() && carried.place().at().contains("*");
    List<Sighting> filled = there.stream().filter(it -> it.value() != JsonNull.NULL).toList();
    boolean isEverywhere = exchanges(filled).equals(exchanges(beside()));
    if (filled.isEmpty() || isOneOfMany || !isEverywhere) {
      Optional<Meaning.Judged> judged =
          there.isEmpty()
              ? Optional.empty()
              : Optional.of(new Meaning.Judged(Alteration.ABSENCE_CHANGED, false));
      return isOneOfMany && !filled.isEmpty()
          ? Optional.empty()
          : empty().map(it -> new Arrival(carried, it, judged));
    }
    if (filled.stream().map(Sighting::value).distinct().count() > 1) {
      return Optional.empty();
    }
    Sighting shown = filled.getFirst();
    return Optional.of(new Arrival(carried, shown, judged(shown, isStated)));
  }

  private Optional<Meaning.Judged> judged(
      Sighting shown, BiPredicate<Carried, JsonValue> isStated) {
    boolean isTold = TOLD.contains(carried.place().kind());
    return Meaning.judge(JsonNull.NULL, shown.value(), carried.spelling())
        .map(
            it ->
                new Meaning.Judged(
                    it.alteration(),
                    it.isDamage() && isTold && !isStated.test(carried, shown.value())));
  }

  private static Set<String> exchanges(List<Sighting> sightings) {
    return sightings.stream().map(it -> it.exchange().id()).collect(Collectors.toSet());
  }

  /// All that was seen in the messages or rows that would have it.
  private List<Sighting> beside() {
    return all.stream()
        .filter(it -> it.place().kind() == carried.place().kind())
        .filter(it -> it.place().subject().equals(carried.place().subject()))
        .filter(it -> isSuccess(it.exchange()))
        .toList();
  }

  private static boolean isSuccess(Exchange exchange) {
    return !(exchange instanceof HttpExchange http)
        || http.response().filter(it -> it.status() < 300).isPresent();
  }

  /// The place without a value, where the message is there and the member is not.
  Optional<Sighting> empty() {
    return beside().stream()
        .findFirst()
        .map(
            beside ->
                new Sighting(
                    carried.place(),
                    carried.place().at(),
                    JsonNull.NULL,
                    beside.isText(),
                    beside.emitter(),
                    beside.holders(),
                    beside.at(),
                    beside.exchange(),
                    beside.link()));
  }
}
