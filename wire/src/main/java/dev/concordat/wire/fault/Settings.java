package dev.concordat.wire.fault;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is written beside the name of a fault.
///
/// @param of the fault's name
/// @param value nothing when the name stands alone
record Settings(String of, Optional<JsonValue> value) {
  static final Settings NONE = new Settings("", Optional.empty());
  static final JsonBoolean TRUE = JsonBoolean.of(true);

  private static final Pattern LENGTH = Pattern.compile("([0-9]{1,9})(us|ms|s|m)");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}");
  private static final String DELAYS =
      "a delay is \"200ms\", {\"uniform\": [\"100ms\", \"2s\"]} or {\"median\": \"100ms\","
          + " \"sigma\": 0.4}";
  private static final String LENGTHS =
      "a time is written as \"200ms\", \"2s\", \"1m\" or \"50us\"";
  private static final int MICROS_IN_MILLI = 1_000;

  /// All names that are read.
  static final List<String> NAMES =
      List.of(
          "refuse",
          "accept-silently",
          "unanswered-connect",
          "slow-accept",
          "expired-certificate",
          "wrong-host",
          "untrusted-certificate",
          "stalled-handshake",
          "reset",
          "close",
          "empty-reply",
          "limit-bytes",
          "half-close",
          "stall",
          "silence",
          "black-hole",
          "slice",
          "bandwidth",
          "latency",
          "slow-close",
          "status",
          "redirect-loop",
          "html-error-page",
          "wrong-media-type",
          "wrong-length",
          "truncated-body",
          "reset-in-body",
          "malformed-chunk",
          "garbage",
          "duplicate-response",
          "duplicate-request",
          "withheld-continue",
          "slow-headers",
          "slow-body",
          "edit-body",
          "reset-stream",
          "goaway",
          "window-stall",
          "flood",
          "trailers",
          "grpc-status",
          "abort-after-messages",
          "deadline-exceeded",
          "corrupt-message",
          "drop-message",
          "duplicate-message",
          "reorder-messages",
          "delay-message",
          "poison-message",
          "oversized-message",
          "unknown-schema-id",
          "tombstone");

  static String unknown(String name) {
    return "there is no fault '" + name + "', but " + String.join(", ", NAMES);
  }

  JsonValue required() {
    return value.orElseThrow(this::missing);
  }

  private IllegalArgumentException missing() {
    return new IllegalArgumentException("this fault has settings, but none are written");
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException("'" + of + "' has " + expected);
  }

  Optional<JsonValue> member(String name) {
    return value.flatMap(
        it -> {
          if (it instanceof JsonObject object) {
            return object.member(name);
          }
          throw wrong("an object with '" + name + "'");
        });
  }

  JsonValue needed(String name) {
    return member(name).orElseThrow(() -> wrong("a setting '" + name + "'"));
  }

  boolean isNumber() {
    return required() instanceof JsonNumber;
  }

  boolean isTrue(String name) {
    return member(name).filter(TRUE::equals).isPresent();
  }

  long number() {
    return whole(required()).orElseThrow(() -> wrong("a whole number"));
  }

  long count(String name, long otherwise) {
    Optional<JsonValue> written = member(name);
    return written.isEmpty()
        ? otherwise
        : whole(written.get()).orElseThrow(() -> wrong("a whole number as '" + name + "'"));
  }

  private static Optional<Long> whole(JsonValue written) {
    return written instanceof JsonNumber number && WHOLE.matcher(number.digits()).matches()
        ? Optional.of(Long.parseLong(number.digits()))
        : Optional.empty();
  }

  double decimal() {
    if (required() instanceof JsonNumber number) {
      return Double.parseDouble(number.digits());
    }
    throw wrong("a number");
  }

  String text() {
    return text(required());
  }

  static String text(JsonValue written) {
    if (written instanceof JsonString(String text)) {
      return text;
    }
    throw new IllegalArgumentException(written + " is not a text");
  }

  List<Header> headers() {
    return switch (member("headers").orElse(JsonArray.of())) {
      case JsonArray(List<JsonValue> items) -> items.stream().map(it -> header(text(it))).toList();
      default -> throw wrong("'headers' as [\"Retry-After: 2\"]");
    };
  }

  private Header header(String line) {
    int colon = line.indexOf(':');
    boolean isOneLine = line.chars().allMatch(it -> it >= ' ' && it < 0x7f);
    if (colon <= 0 || !isOneLine) {
      throw wrong("'headers' as [\"Retry-After: 2\"]");
    }
    return new Header(line.substring(0, colon), line.substring(colon + 1).strip());
  }

  Optional<Duration> length(String name) {
    return member(name).map(Settings::length);
  }

  Duration wait(String name) {
    return length(name).orElse(Duration.ZERO);
  }

  static Duration length(JsonValue written) {
    Matcher matcher = LENGTH.matcher(written instanceof JsonString(String text) ? text : "");
    if (!matcher.matches()) {
      throw new IllegalArgumentException(LENGTHS);
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "us" -> Duration.ofNanos(number * MICROS_IN_MILLI);
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }

  static Delay delay(JsonValue written) {
    if (written instanceof JsonString) {
      return new Delay.Fixed(length(written));
    }
    if (written instanceof JsonObject object) {
      if (object.member("uniform").orElse(null) instanceof JsonArray(var ends)
          && ends.size() == 2) {
        return new Delay.Uniform(length(ends.getFirst()), length(ends.getLast()));
      }
      if (object.member("sigma").orElse(null) instanceof JsonNumber sigma && object.has("median")) {
        return new Delay.LogNormal(
            length(object.member("median").orElseThrow()), Double.parseDouble(sigma.digits()));
      }
    }
    throw new IllegalArgumentException(DELAYS);
  }

  static JsonValue text(Delay delay) {
    return switch (delay) {
      case Delay.Fixed(Duration length) -> text(length);
      case Delay.Uniform(Duration least, Duration most) ->
          JsonObject.EMPTY.with("uniform", JsonArray.of(text(least), text(most)));
      case Delay.LogNormal(Duration median, double sigma) ->
          JsonObject.EMPTY.with("median", text(median)).with("sigma", decimal(sigma));
    };
  }

  static JsonString text(Duration length) {
    long micros = length.toNanos() / MICROS_IN_MILLI;
    return new JsonString(
        micros % MICROS_IN_MILLI == 0 ? micros / MICROS_IN_MILLI + "ms" : micros + "us");
  }

  static JsonValue pieces(int pieces, Duration during) {
    return JsonObject.EMPTY.with("pieces", JsonNumber.of(pieces)).with("during", text(during));
  }

  static JsonNumber decimal(double number) {
    return JsonNumber.of(BigDecimal.valueOf(number));
  }
}
