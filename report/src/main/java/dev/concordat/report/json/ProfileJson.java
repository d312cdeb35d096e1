package dev.concordat.report.json;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Profiles as JSON, written and read. A measurement is `{"trait", "text", "experiment", "sure"}` with the value as one of
/// `millis`, `notWithinMillis`, `count`, `stillGoing`, `word`, `claim`, `unknown`.
public final class ProfileJson {
  private ProfileJson() {}

  public static JsonObject of(Profile profile) {
    return new Members()
        .put("consumer", profile.link().consumer())
        .put("provider", profile.link().provider())
        .put("operation", profile.operation())
        .put("cause", profile.cause())
        .list("measurements", profile.measurements(), ProfileJson::measurement)
        .object();
  }

  private static JsonValue measurement(Measurement it) {
    Members members =
        new Members()
            .put("trait", it.trait().word())
            .put("text", it.reading().text())
            .put("experiment", it.experiment())
            .put("sure", it.sureness().name().toLowerCase(Locale.ROOT));
    Members all =
        switch (it.reading()) {
          case Reading.Time(Duration value) -> members.put("millis", value.toMillis());
          case Reading.NotWithin(Duration waited) ->
              members.put("notWithinMillis", waited.toMillis());
          case Reading.Count(int value) -> members.put("count", value);
          case Reading.StillGoing(int seen, Duration watched) ->
              members.put("stillGoing", seen).put("watchedMillis", watched.toMillis());
          case Reading.Word(String value) -> members.put("word", value);
          case Reading.Claim(boolean isTrue) -> members.put("claim", isTrue);
          case Reading.Unknown(String reason) -> members.put("unknown", reason);
        };
    return all.object();
  }

  /// Reads what {@link #of} writes. What has another form is left out.
  public static Optional<Profile> read(JsonValue json) {
    if (!(json instanceof JsonObject object)) {
      return Optional.empty();
    }
    Optional<String> consumer = text(object, "consumer");
    Optional<String> provider = text(object, "provider");
    Optional<String> operation = text(object, "operation");
    if (consumer.isEmpty() || provider.isEmpty() || operation.isEmpty()) {
      return Optional.empty();
    }
    List<Measurement> measurements = new ArrayList<>();
    if (object.member("measurements").orElse(null) instanceof JsonArray(List<JsonValue> items)) {
      items.forEach(item -> readMeasurement(item).ifPresent(measurements::add));
    }
    return Optional.of(
        new Profile(
            new LinkName(consumer.get(), provider.get()),
            operation.get(),
            text(object, "cause").orElse(""),
            measurements));
  }

  private static Optional<Measurement> readMeasurement(JsonValue json) {
    if (!(json instanceof JsonObject object)) {
      return Optional.empty();
    }
    String word = text(object, "trait").orElse("");
    String sure = text(object, "sure").orElse("").toUpperCase(Locale.ROOT);
    Optional<Trait> trait =
        Stream.of(Trait.values()).filter(it -> it.word().equals(word)).findFirst();
    Optional<Sureness> sureness =
        Stream.of(Sureness.values()).filter(it -> it.name().equals(sure)).findFirst();
    Optional<Reading> reading = reading(object);
    if (trait.isEmpty() || sureness.isEmpty() || reading.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Measurement(
            trait.get(), reading.get(), text(object, "experiment").orElse(""), sureness.get()));
  }

  private static Optional<Reading> reading(JsonObject object) {
    return number(object, "millis")
        .<Reading>map(millis -> new Reading.Time(Duration.ofMillis(millis)))
        .or(
            () ->
                number(object, "notWithinMillis")
                    .map(millis -> new Reading.NotWithin(Duration.ofMillis(millis))))
        .or(() -> number(object, "count").map(count -> new Reading.Count(count.intValue())))
        .or(() -> stillGoing(object))
        .or(() -> text(object, "word").map(Reading.Word::new))
        .or(() -> text(object, "unknown").map(Reading.Unknown::new))
        .or(
            () ->
                object
                    .member("claim")
                    .filter(JsonBoolean.class::isInstance)
                    .map(it -> new Reading.Claim(((JsonBoolean) it).value())));
  }

  private static Optional<Reading> stillGoing(JsonObject object) {
    return number(object, "stillGoing")
        .flatMap(
            seen ->
                number(object, "watchedMillis")
                    .map(
                        millis ->
                            new Reading.StillGoing(seen.intValue(), Duration.ofMillis(millis))));
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object.member(name).orElse(null) instanceof JsonString(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<Long> number(JsonObject object, String name) {
    return object.member(name).orElse(null) instanceof JsonNumber number
        ? Optional.of(Long.parseLong(number.toString()))
        : Optional.empty();
  }
}
