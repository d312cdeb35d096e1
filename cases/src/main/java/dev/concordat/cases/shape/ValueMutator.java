package dev.concordat.cases.shape;

import dev.concordat.cases.value.Dice;
import dev.concordat.cases.value.Facts;
import dev.concordat.cases.value.Size;
import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Changes a value somewhere, so that it still keeps its schema.
public final class ValueMutator {
  private static final int MAX_TRIES = 8;
  private static final int MAX_ITEMS = 200;

  private final ValueGenerator values;

  public ValueMutator(ValueGenerator values) {
    this.values = values;
  }

  /// The value with one place changed; nothing when no change was found that the schema allows.
  ///
  /// @param path names the values that are made
  public Optional<JsonValue> mutate(Schema schema, JsonValue value, String path, Dice dice) {
    List<Places.Place> places = Places.of(schema, value);
    for (int i = 0; i < MAX_TRIES && !places.isEmpty(); i++) {
      Places.Place place = dice.oneOf(places);
      Optional<JsonValue> changed =
          replaced(place, path + "~" + dice.below(1 << 20), dice)
              .map(inner -> Places.with(value, place.tokens(), inner));
      if (changed.isPresent()
          && !changed.get().equals(value)
          && schema.accepts(changed.get(), Direction.REQUEST)) {
        return changed;
      }
    }
    return Optional.empty();
  }

  /// What shall stand at the place: an empty inner value takes it away; nothing at all leaves the attempt.
  private Optional<Optional<JsonValue>> replaced(Places.Place place, String path, Dice dice) {
    if (place.value().isPresent() && !place.isRequired() && dice.below(4) == 0) {
      return Optional.of(Optional.empty());
    }
    Optional<JsonValue> other =
        place.value().isEmpty() || dice.below(4) == 0
            ? values.value(
                place.schemas(),
                path,
                dice.below(2) == 0 ? Size.FULL : Size.MINIMAL,
                Direction.REQUEST)
            : changed(place, dice);
    return other.isPresent() ? Optional.of(other) : Optional.empty();
  }

  private static Optional<JsonValue> changed(Places.Place place, Dice dice) {
    return switch (place.value().orElseThrow()) {
      case JsonString(String text) -> Optional.of(text(place, text, dice));
      case JsonNumber number -> Optional.of(number(place, number, dice));
      case JsonArray(List<JsonValue> items) -> Optional.of(list(items, dice));
      default -> choice(place, dice);
    };
  }

  private static JsonValue text(Places.Place place, String text, Dice dice) {
    return switch (dice.below(6)) {
      case 0, 1 -> new JsonString(HostileTexts.text(dice));
      case 2 -> new JsonString(text + HostileTexts.text(dice));
      case 3 -> new JsonString(text.repeat(2 + dice.below(20)));
      default -> choice(place, dice).orElseGet(() -> new JsonString(""));
    };
  }

  private static JsonValue number(Places.Place place, JsonNumber number, Dice dice) {
    if (!number.isTame()) {
      return choice(place, dice).orElse(number);
    }
    BigDecimal value = number.decimal();
    BigDecimal power = new BigDecimal(BigInteger.TWO.pow(dice.below(70)));
    BigDecimal other =
        switch (dice.below(6)) {
          case 0 -> value.add(BigDecimal.ONE);
          case 1 -> value.negate();
          case 2 -> power;
          case 3 -> power.subtract(BigDecimal.ONE);
          case 4 -> value.multiply(BigDecimal.TEN);
          default -> value.add(new BigDecimal("0.01"));
        };
    return dice.below(3) == 0
        ? choice(place, dice).orElse(number)
        : new JsonNumber(other.toPlainString());
  }

  private static JsonValue list(List<JsonValue> items, Dice dice) {
    var changed = new ArrayList<>(items);
    switch (dice.below(4)) {
      case 0 -> changed.clear();
      case 1 -> changed.addAll(items);
      case 2 -> {
        while (!items.isEmpty() && changed.size() < MAX_ITEMS) {
          changed.addAll(items.subList(0, Math.min(items.size(), MAX_ITEMS - changed.size())));
        }
      }
      default -> {
        if (!changed.isEmpty()) {
          changed.remove(dice.below(changed.size()));
        }
      }
    }
    return new JsonArray(changed);
  }

  /// One of the values that are worth choosing there.
  private static Optional<JsonValue> choice(Places.Place place, Dice dice) {
    Facts facts = Facts.of(place.schemas(), branches -> dice.oneOf(branches));
    List<JsonValue> all =
        new LeafChoices(facts, place.schemas(), (least, most) -> Optional.empty())
            .of(Optional.empty()).stream().flatMap(c -> c.values().stream()).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(dice.oneOf(all));
  }
}
