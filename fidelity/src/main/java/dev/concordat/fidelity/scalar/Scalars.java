package dev.concordat.fidelity.scalar;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What happened to a JSON value that is, on one end at least, neither array nor object.
public final class Scalars {
  private static final Set<String> NOT_FINITE =
      Set.of("nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");

  /// How programs and databases write yes and no.
  private static final Set<String> YES_OR_NO =
      Set.of("true", "false", "t", "f", "yes", "no", "y", "n", "on", "off", "1", "0");

  private Scalars() {}

  /// What happened, or nothing if both are the same value, written alike.
  public static Optional<Alteration> alteration(JsonValue sent, JsonValue received) {
    if (sent.equals(received)) {
      return Optional.empty();
    }
    if (sent == JsonNull.NULL) {
      return Optional.of(ofNull(received));
    }
    if (received == JsonNull.NULL) {
      return Optional.of(toNull(sent));
    }
    return switch (sent) {
      case JsonNumber from when received instanceof JsonNumber to -> Numbers.alteration(from, to);
      case JsonString(String from) when received instanceof JsonString(String to) ->
          Texts.alteration(from, to);
      case JsonNumber from when received instanceof JsonString(String to) ->
          Optional.of(numberAsText(from, to));
      case JsonString(String from) when received instanceof JsonNumber to ->
          Optional.of(textAsNumber(from, to));
      case JsonBoolean ignored when received instanceof JsonBoolean ->
          Optional.of(Alteration.VALUE_CHANGED);
      case JsonBoolean ignored -> Optional.of(Alteration.TYPE_CHANGED);
      case JsonNumber ignored -> Optional.of(Alteration.TYPE_CHANGED);
      case JsonString ignored -> Optional.of(Alteration.TYPE_CHANGED);
      case JsonArray ignored -> Optional.of(Alteration.TYPE_CHANGED);
      case JsonObject ignored -> Optional.of(Alteration.TYPE_CHANGED);
      case JsonNull ignored -> Optional.of(ofNull(received));
    };
  }

  private static Alteration ofNull(JsonValue received) {
    boolean isDefault = received instanceof JsonNumber || received instanceof JsonBoolean;
    return isEmpty(received) && !isDefault ? Alteration.ABSENCE_CHANGED : Alteration.INVENTED;
  }

  private static Alteration toNull(JsonValue sent) {
    if (isNotFinite(sent)) {
      return Alteration.NOT_FINITE;
    }
    return isEmpty(sent) ? Alteration.ABSENCE_CHANGED : Alteration.NULLED;
  }

  private static boolean isNotFinite(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> NOT_FINITE.contains(text.toLowerCase(Locale.ROOT));
      case JsonNumber number ->
          !number.isTame() || !Double.isFinite(number.decimal().doubleValue());
      case JsonBoolean ignored -> false;
      case JsonNull ignored -> false;
      case JsonArray ignored -> false;
      case JsonObject ignored -> false;
    };
  }

  /// Whether a value is what languages begin with: no characters, no items, zero.
  public static boolean isEmpty(JsonValue value) {
    return switch (value) {
      case JsonNull ignored -> true;
      case JsonBoolean(boolean isTrue) -> !isTrue;
      case JsonNumber number -> number.isTame() && number.decimal().signum() == 0;
      case JsonString(String text) -> text.isEmpty();
      case JsonArray(var items) -> items.isEmpty();
      case JsonObject object -> object.size() == 0;
    };
  }

  private static Alteration numberAsText(JsonNumber sent, String received) {
    if (isNotFinite(new JsonString(received))) {
      return Alteration.NOT_FINITE;
    }
    return Texts.alteration(sent.digits(), received)
        .filter(alteration -> alteration == Alteration.LOCALISED)
        .orElse(Alteration.TYPE_CHANGED);
  }

  private static Alteration textAsNumber(String sent, JsonNumber received) {
    boolean losesZeros =
        sent.length() > 1
            && sent.startsWith("0")
            && sent.chars().allMatch(c -> c >= '0' && c <= '9')
            && Texts.withoutZeros(sent).equals(received.digits());
    if (losesZeros) {
      return Alteration.ZEROS_LOST;
    }
    boolean isWord = YES_OR_NO.contains(sent.toLowerCase(Locale.ROOT));
    return isWord ? Alteration.TYPE_CHANGED : ofText(sent, received);
  }

  /// A decimal in text that became a number is a change of type, and worse if its digits changed too.
  private static Alteration ofText(String sent, JsonNumber received) {
    if (!JsonNumber.isJsonNumber(sent)) {
      return Alteration.TYPE_CHANGED;
    }
    return Numbers.alteration(new JsonNumber(sent), received)
        .filter(alteration -> alteration == Alteration.ROUNDED || alteration == Alteration.RESCALED)
        .orElse(Alteration.TYPE_CHANGED);
  }
}
