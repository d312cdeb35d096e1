package dev.concordat.conform.scenario;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether two values say the same, as providers that keep what they are given may write it: numbers by value, text without
/// outer space and case and in any normal form of Unicode, moments in any zone, lists in any order, objects with more members
/// than were sent, empty for absent.
final class Likeness {
  private static final int MAX_ITEMS = 200;

  private Likeness() {}

  /// Whether what is there can be what was sent.
  static boolean isKept(JsonValue sent, JsonValue there) {
    if (isEmpty(sent)) {
      return isEmpty(there);
    }
    if (there instanceof JsonString(String text) && isMasked(text)) {
      return true;
    }
    return switch (sent) {
      case JsonObject object ->
          there instanceof JsonObject other
              && object.members().entrySet().stream()
                  .allMatch(
                      member ->
                          other
                              .member(member.getKey())
                              .map(value -> isKept(member.getValue(), value))
                              .orElse(isEmpty(member.getValue())));
      case JsonArray array -> there instanceof JsonArray other && isKept(array, other);
      default -> isSameScalar(sent, there);
    };
  }

  /// Null, no text, no items, no members: many stores know only one of them.
  static boolean isEmpty(JsonValue value) {
    return switch (value) {
      case JsonNull ignored -> true;
      case JsonString(String text) -> text.isBlank();
      case JsonArray array -> array.items().isEmpty();
      case JsonObject object -> object.members().values().stream().allMatch(Likeness::isEmpty);
      case JsonNumber ignored -> false;
      case JsonBoolean ignored -> false;
    };
  }

  /// Numbers of cards and the like are shown in part.
  private static boolean isMasked(String text) {
    return text.contains("**")
        || text.contains("••")
        || text.contains("xxxx")
        || text.contains("XXXX");
  }

  private static boolean isKept(JsonArray sent, JsonArray there) {
    if (sent.items().size() != there.items().size()) {
      return isSameSet(sent, there);
    }
    if (sent.items().size() > MAX_ITEMS) {
      return true;
    }
    List<JsonValue> left = new ArrayList<>(there.items());
    for (JsonValue item : sent.items()) {
      Optional<JsonValue> match = left.stream().filter(each -> isKept(item, each)).findFirst();
      if (match.isEmpty()) {
        return false;
      }
      left.remove(match.get());
    }
    return true;
  }

  /// Duplicates may be dropped.
  private static boolean isSameSet(JsonArray sent, JsonArray there) {
    return sent.items().size() <= MAX_ITEMS
        && there.items().size() < sent.items().size()
        && sent.items().stream()
            .allMatch(item -> there.items().stream().anyMatch(each -> isKept(item, each)));
  }

  private static boolean isSameScalar(JsonValue sent, JsonValue there) {
    if (sent.equals(there)) {
      return true;
    }
    Optional<String> one = text(sent);
    Optional<String> other = text(there);
    return one.isPresent() && other.isPresent() && isSameText(one.get(), other.get());
  }

  private static Optional<String> text(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> Optional.of(text);
      case JsonNumber(String digits) -> Optional.of(digits);
      case JsonBoolean(boolean bool) -> Optional.of(Boolean.toString(bool));
      case JsonNull ignored -> Optional.empty();
      case JsonArray ignored -> Optional.empty();
      case JsonObject ignored -> Optional.empty();
    };
  }

  private static boolean isSameText(String sent, String there) {
    String one = plain(sent);
    String other = plain(there);
    return one.equals(other) || isSameNumber(one, other) || isSameMoment(sent, there);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isSameNumber(String one, String other) {
    boolean areNumbers = JsonNumber.isJsonNumber(one) && JsonNumber.isJsonNumber(other);
    return areNumbers && isSameNumber(new JsonNumber(one), new JsonNumber(other));
  }

  /// Numbers that a double does not tell apart are one here: what is lost beyond is for the proof of fidelity.
  private static boolean isSameNumber(JsonNumber one, JsonNumber other) {
    if (one.sameValue(other)) {
      return true;
    }
    if (!one.isTame() || !other.isTame()) {
      return false;
    }
    BigDecimal first = one.decimal();
    BigDecimal second = other.decimal();
    return Double.compare(first.doubleValue(), second.doubleValue()) == 0;
  }

  private static boolean isSameMoment(String one, String other) {
    Optional<Instant> first = moment(one);
    return first.isPresent()
        && moment(other)
            .map(second -> second.getEpochSecond() == first.get().getEpochSecond())
            .orElse(false);
  }

  /// Parts of seconds are often not kept.
  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
