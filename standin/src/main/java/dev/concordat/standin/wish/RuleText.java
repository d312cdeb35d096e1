package dev.concordat.standin.wish;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.wire.fault.FaultText;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Rules as JSON: `{"operation": "getOrder", "code": 503, "times": 2, "delay": "200ms"}`.
public final class RuleText {
  private static final List<String> NAMES =
      List.of(
          "operation",
          "headers",
          "after",
          "times",
          "probability",
          "code",
          "example",
          "dynamic",
          "delay",
          "fault");

  private RuleText() {}

  /// Reads a rule.
  ///
  /// @throws IllegalArgumentException with a sentence for people, where it is none
  public static Rule read(JsonObject written) {
    for (String name : written.members().keySet()) {
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException("a rule has no '" + name + "', but " + NAMES);
      }
    }
    var schedule =
        new Rule.Schedule(
            count(written, "after"),
            count(written, "times"),
            written.has("probability") ? number(written, "probability") : 1);
    boolean isDynamic = written.member("dynamic").equals(Optional.of(JsonBoolean.of(true)));
    return new Rule(
        text(written, "operation").orElse(""),
        headers(written),
        schedule,
        new Wish(code(written), text(written, "example"), isDynamic),
        written.member("delay").map(FaultText::delay),
        written.member("fault").map(FaultText::delivery));
  }

  private static Map<String, String> headers(JsonObject written) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (written.member("headers").orElse(JsonObject.EMPTY) instanceof JsonObject object) {
      for (String name : object.members().keySet()) {
        headers.put(name, text(object, name).orElse(""));
      }
      return headers;
    }
    throw new IllegalArgumentException("'headers' is an object: {\"X-Test\": \"slow\"}");
  }

  private static OptionalInt code(JsonObject written) {
    if (!written.has("code")) {
      return OptionalInt.empty();
    }
    int code = count(written, "code");
    if (code < 200 || code > 599) {
      throw new IllegalArgumentException("'code' is a status from 200 to 599");
    }
    return OptionalInt.of(code);
  }

  private static int count(JsonObject written, String name) {
    JsonValue value = written.member(name).orElse(JsonNumber.of(0));
    if (value instanceof JsonNumber number && number.digits().matches("[0-9]{1,6}")) {
      return Integer.parseInt(number.digits());
    }
    throw new IllegalArgumentException("'" + name + "' is a whole number from 0 to 999999");
  }

  private static double number(JsonObject written, String name) {
    if (written.member(name).orElse(null) instanceof JsonNumber number) {
      return Double.parseDouble(number.digits());
    }
    throw new IllegalArgumentException("'" + name + "' is a number");
  }

  private static Optional<String> text(JsonObject written, String name) {
    Optional<JsonValue> value = written.member(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof JsonString(String text)) {
      return Optional.of(text);
    }
    throw new IllegalArgumentException("'" + name + "' is a text");
  }

  /// The same text that {@link #read} reads; what is as usual is left out.
  public static JsonObject write(Rule rule) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("operation", new JsonString(rule.operation()));
    if (!rule.headers().isEmpty()) {
      var headers = new JsonObject.Builder();
      rule.headers().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(each -> headers.add(each.getKey(), new JsonString(each.getValue())));
      members.put("headers", headers.build());
    }
    if (rule.schedule().after() > 0) {
      members.put("after", JsonNumber.of(rule.schedule().after()));
    }
    members.put("times", JsonNumber.of(rule.schedule().times()));
    if (rule.schedule().probability() < 1) {
      members.put("probability", decimal(rule.schedule().probability()));
    }
    rule.wish().code().ifPresent(code -> members.put("code", JsonNumber.of(code)));
    rule.wish().example().ifPresent(name -> members.put("example", new JsonString(name)));
    if (rule.wish().isDynamic()) {
      members.put("dynamic", JsonBoolean.of(true));
    }
    rule.delay().ifPresent(delay -> members.put("delay", FaultText.write(delay)));
    rule.fault().ifPresent(fault -> members.put("fault", FaultText.write(fault)));
    return new JsonObject(members);
  }

  static JsonNumber decimal(double number) {
    return JsonNumber.of(BigDecimal.valueOf(number));
  }
}
