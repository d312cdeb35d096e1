package dev.concordat.wire.fault;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Rules as JSON: `{"fault": {"status": 503}, "on": "POST /orders", "times": 2}`. A rule with `on` is one of messages, one with
/// `topic` one of Kafka's messages; `per` says `message` or `connection` where the fault leaves a choice.
public final class RuleText {
  private static final List<String> NAMES =
      List.of(
          "fault",
          "on",
          "topic",
          "direction",
          "per",
          "after",
          "times",
          "every",
          "probability",
          "from",
          "until",
          "quota");
  private static final String REQUEST = "request";
  private static final String RESPONSE = "response";
  private static final String MESSAGE = "message";
  private static final String CONNECTION = "connection";

  private RuleText() {}

  /// Reads a rule.
  ///
  /// @throws IllegalArgumentException with a sentence for people, where it is none
  public static FaultRule read(JsonObject written) {
    for (String name : written.members().keySet()) {
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException("a rule has no '" + name + "', but " + NAMES);
      }
    }
    var settings = new Settings("rule", Optional.of(written));
    Fault fault =
        FaultText.fault(
            written
                .member("fault")
                .orElseThrow(() -> new IllegalArgumentException("a rule has a 'fault'")));
    FaultRule usual = FaultRule.of(fault);
    Optional<Requests> requests = settings.member("on").map(it -> Requests.of(Settings.text(it)));
    FaultRule.Unit otherwise = requests.isPresent() ? FaultRule.Unit.MESSAGE : usual.unit();
    return new FaultRule(
        fault,
        requests.orElse(Requests.ALL),
        settings.member("topic").map(Settings::text),
        settings.member("direction").map(RuleText::direction).orElse(usual.direction()),
        settings.member("per").map(RuleText::unit).orElse(otherwise),
        schedule(settings));
  }

  private static Direction direction(JsonValue written) {
    return switch (Settings.text(written)) {
      case REQUEST -> Direction.TO_PROVIDER;
      case RESPONSE -> Direction.TO_CONSUMER;
      default -> throw new IllegalArgumentException("'direction' is \"request\" or \"response\"");
    };
  }

  private static FaultRule.Unit unit(JsonValue written) {
    return switch (Settings.text(written)) {
      case MESSAGE -> FaultRule.Unit.MESSAGE;
      case CONNECTION -> FaultRule.Unit.CONNECTION;
      default -> throw new IllegalArgumentException("'per' is \"message\" or \"connection\"");
    };
  }

  private static Schedule schedule(Settings written) {
    return new Schedule(
        (int) written.count("after", 0),
        (int) written.count("times", 0),
        (int) written.count("every", 1),
        written
            .member("probability")
            .map(it -> new Settings("probability", Optional.of(it)).decimal())
            .orElse(1.0),
        window(written),
        written.member("quota").map(RuleText::quota));
  }

  private static Optional<Schedule.Window> window(Settings written) {
    Optional<Duration> until = written.length("until");
    if (until.isEmpty() && written.member("from").isPresent()) {
      throw new IllegalArgumentException("a rule with 'from' has an 'until'");
    }
    return until.map(it -> new Schedule.Window(written.wait("from"), it));
  }

  private static Schedule.Quota quota(JsonValue value) {
    var written = new Settings("quota", Optional.of(value));
    return new Schedule.Quota(
        (int) written.count("limit", 0),
        written
            .length("in")
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'quota' is written as {\"limit\": 5, \"in\": \"1s\"}")));
  }

  /// The text that {@link #read} reads; what is as usual is left out.
  public static JsonObject write(FaultRule rule) {
    FaultRule usual = FaultRule.of(rule.fault());
    var written = new JsonObject.Builder();
    written.add("fault", FaultText.write(rule.fault()));
    boolean isForSome = !rule.requests().equals(Requests.ALL);
    if (isForSome) {
      written.add("on", new JsonString(rule.requests().toString()));
    }
    rule.topic().ifPresent(it -> written.add("topic", new JsonString(it)));
    if (rule.direction() != usual.direction()) {
      written.add("direction", new JsonString(REQUEST));
    }
    if (rule.unit() != usual.unit() && !isForSome) {
      written.add("per", new JsonString(MESSAGE));
    }
    write(rule.schedule(), written);
    return written.build();
  }

  private static void write(Schedule schedule, JsonObject.Builder written) {
    count("after", schedule.after(), 0, written);
    count("times", schedule.times(), 0, written);
    count("every", schedule.every(), 1, written);
    if (schedule.probability() < 1) {
      written.add("probability", Settings.decimal(schedule.probability()));
    }
    schedule
        .window()
        .ifPresent(
            it -> {
              written.add("from", Settings.text(it.from()));
              written.add("until", Settings.text(it.until()));
            });
    schedule
        .quota()
        .ifPresent(
            it ->
                written.add(
                    "quota",
                    JsonObject.EMPTY
                        .with("limit", JsonNumber.of(it.limit()))
                        .with("in", Settings.text(it.span()))));
  }

  private static void count(String name, int value, int usual, JsonObject.Builder written) {
    if (value != usual) {
      written.add(name, JsonNumber.of(value));
    }
  }
}
