package dev.concordat.engine.fidelity;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.fidelity.change.Change;
import dev.concordat.fidelity.change.Part;
import dev.concordat.fidelity.shape.JsonComparison;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What happened to a value on a way that is known, by the words of the room `fidelity`; and which of it keeps the meaning.
final class Meaning {
  /// What columns of databases keep of an instant.
  private static final Duration FINEST = Duration.ofNanos(1_000);

  private static final Set<String> YES = Set.of("t", "true");
  private static final Set<String> NO = Set.of("f", "false");

  private Meaning() {}

  /// What happened to the first part of the value that was changed.
  ///
  /// @param isDamage whether the meaning was lost
  record Judged(Alteration alteration, boolean isDamage) {}

  /// Nothing if both are written alike, each in the way of its place.
  static Optional<Judged> judge(JsonValue written, JsonValue received, Spelling spelling) {
    JsonValue sent = sent(written, spelling);
    JsonValue read = read(sent, received, spelling);
    Optional<Judged> harmless = Optional.empty();
    for (Change change : JsonComparison.compare(Part.BODY, sent, read)) {
      if (change.isHarmless() || isKept(change.alteration(), written, sent, read)) {
        harmless = harmless.or(() -> Optional.of(new Judged(change.alteration(), false)));
      } else {
        return Optional.of(new Judged(change.alteration(), true));
      }
    }
    return harmless;
  }

  /// Whether nothing worth a word happened.
  static boolean isSame(JsonValue sent, JsonValue received, Spelling spelling) {
    return judge(sent, received, spelling).filter(Judged::isDamage).isEmpty();
  }

  private static JsonValue sent(JsonValue value, Spelling spelling) {
    return spelling == Spelling.AS_NUMBER
            && value instanceof JsonString(String text)
            && JsonNumber.isJsonNumber(text)
        ? new JsonNumber(text)
        : value;
  }

  /// What stands in a place for text, as the kind of value that was sent.
  static JsonValue read(JsonValue sent, JsonValue received, Spelling spelling) {
    if (spelling != Spelling.AS_TEXT || !(received instanceof JsonString(String text))) {
      return received;
    }
    return switch (sent) {
      case JsonNumber ignored when JsonNumber.isJsonNumber(text) -> new JsonNumber(text);
      case JsonBoolean ignored when YES.contains(text) -> new JsonBoolean(true);
      case JsonBoolean ignored when NO.contains(text) -> new JsonBoolean(false);
      case JsonArray ignored -> list(text).orElse(received);
      default -> received;
    };
  }

  /// A list as databases print it: `{a,b}`; quoted items are left as they are.
  private static Optional<JsonValue> list(String text) {
    if (!text.startsWith("{") || !text.endsWith("}") || text.indexOf('"') >= 0) {
      return Optional.empty();
    }
    String inner = text.substring(1, text.length() - 1);
    return Optional.of(
        new JsonArray(
            inner.isEmpty()
                ? List.of()
                : Arrays.stream(inner.split(",", -1)).<JsonValue>map(JsonString::new).toList()));
  }

  private static boolean isKept(
      Alteration alteration, JsonValue written, JsonValue sent, JsonValue received) {
    return switch (alteration) {
      // A number of JSON has no scale (RFC 8259, section 6); a text has the digits that it has.
      case RESCALED -> written instanceof JsonNumber && received instanceof JsonNumber;
      // Zero is zero; who needs its sign does not send it as a number of JSON.
      case SIGN_CHANGED -> isZero(sent) && isZero(received);
      case TIME_CUT -> isFinerThanKept(sent, received);
      // Few languages tell null from absent.
      case ABSENCE_CHANGED -> sent == JsonNull.NULL;
      default -> false;
    };
  }

  private static boolean isZero(JsonValue value) {
    return value instanceof JsonNumber number && number.isTame() && number.decimal().signum() == 0;
  }

  private static boolean isFinerThanKept(JsonValue sent, JsonValue received) {
    if (!(sent instanceof JsonString(String from))
        || !(received instanceof JsonString(String to))) {
      return false;
    }
    try {
      Duration lost = Duration.between(instant(from), instant(to)).abs();
      return lost.compareTo(FINEST) < 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /// An instant as JSON and as PostgreSQL writes it.
  private static OffsetDateTime instant(String text) {
    String plain = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
    return OffsetDateTime.parse(plain.replaceFirst("([+-]\\d{2})$", "$1:00"));
  }
}
