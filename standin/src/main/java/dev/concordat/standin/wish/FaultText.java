package dev.concordat.standin.wish;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.fault.Delay;
import dev.concordat.standin.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Delays and faults as JSON.
final class FaultText {
  private static final Pattern LENGTH = Pattern.compile("([0-9]{1,9})(ms|s|m)");
  private static final String DELAYS =
      "'delay' is \"200ms\", {\"uniform\": [\"100ms\", \"2s\"]} or {\"median\": \"100ms\", \"sigma\": 0.4}";
  private static final String FAULTS =
      "'fault' is \"reset\", \"empty-reply\", \"garbage\", \"malformed-chunk\", \"silence\","
          + " {\"truncated-body\": 0.5}, {\"reset-in-body\": 0.5} or"
          + " {\"slow-body\": {\"pieces\": 10, \"during\": \"2s\"}}";

  private FaultText() {}

  static Delay delay(JsonValue written) {
    if (written instanceof JsonString(String text)) {
      return new Delay.Fixed(length(text, DELAYS));
    }
    if (written instanceof JsonObject object) {
      if (object.member("uniform").orElse(null) instanceof JsonArray(var ends)
          && ends.size() == 2) {
        return new Delay.Uniform(length(ends.getFirst(), DELAYS), length(ends.getLast(), DELAYS));
      }
      if (object.has("median")) {
        return new Delay.LogNormal(
            length(object.member("median").orElseThrow(), DELAYS),
            number(object.member("sigma"), DELAYS));
      }
    }
    throw new IllegalArgumentException(DELAYS);
  }

  static Fault fault(JsonValue written) {
    if (written instanceof JsonString(String name)) {
      return switch (name) {
        case "reset" -> new Fault.Reset();
        case "empty-reply" -> new Fault.EmptyReply();
        case "garbage" -> new Fault.Garbage();
        case "malformed-chunk" -> new Fault.MalformedChunk();
        case "silence" -> new Fault.Silence();
        default -> throw new IllegalArgumentException(FAULTS);
      };
    }
    if (written instanceof JsonObject object && object.members().size() == 1) {
      String name = object.members().keySet().iterator().next();
      Optional<JsonValue> value = object.member(name);
      return switch (name) {
        case "truncated-body" -> new Fault.TruncatedBody(number(value, FAULTS));
        case "reset-in-body" -> new Fault.ResetInBody(number(value, FAULTS));
        case "slow-body" -> slow(value.orElseThrow());
        default -> throw new IllegalArgumentException(FAULTS);
      };
    }
    throw new IllegalArgumentException(FAULTS);
  }

  private static Fault slow(JsonValue written) {
    if (written instanceof JsonObject object && object.has("during")) {
      return new Fault.SlowBody(
          (int) number(object.member("pieces"), FAULTS),
          length(object.member("during").orElseThrow(), FAULTS));
    }
    throw new IllegalArgumentException(FAULTS);
  }

  private static Duration length(JsonValue written, String otherwise) {
    if (written instanceof JsonString(String text)) {
      return length(text, otherwise);
    }
    throw new IllegalArgumentException(otherwise);
  }

  private static Duration length(String text, String otherwise) {
    Matcher matcher = LENGTH.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(otherwise);
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }

  private static double number(Optional<JsonValue> written, String otherwise) {
    if (written.orElse(null) instanceof JsonNumber number) {
      return Double.parseDouble(number.digits());
    }
    throw new IllegalArgumentException(otherwise);
  }

  static JsonValue write(Delay delay) {
    return switch (delay) {
      case Delay.Fixed(Duration length) -> text(length);
      case Delay.Uniform(Duration least, Duration most) ->
          object("uniform", new JsonArray(List.of(text(least), text(most))));
      case Delay.LogNormal(Duration median, double sigma) ->
          object("median", text(median)).with("sigma", RuleText.decimal(sigma));
    };
  }

  static JsonValue write(Fault fault) {
    return switch (fault) {
      case Fault.Reset() -> new JsonString("reset");
      case Fault.EmptyReply() -> new JsonString("empty-reply");
      case Fault.Garbage() -> new JsonString("garbage");
      case Fault.MalformedChunk() -> new JsonString("malformed-chunk");
      case Fault.Silence() -> new JsonString("silence");
      case Fault.TruncatedBody(double kept) -> object("truncated-body", RuleText.decimal(kept));
      case Fault.ResetInBody(double kept) -> object("reset-in-body", RuleText.decimal(kept));
      case Fault.SlowBody(int pieces, Duration during) ->
          object("slow-body", object("pieces", JsonNumber.of(pieces)).with("during", text(during)));
    };
  }

  private static JsonString text(Duration length) {
    return new JsonString(length.toMillis() + "ms");
  }

  private static JsonObject object(String name, JsonValue value) {
    return JsonObject.EMPTY.with(name, value);
  }
}
