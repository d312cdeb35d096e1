package dev.concordat.standin.wiremock.moment;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.wiremock.moment.Moments.Moment;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/// `before`, `after` and `equalToDateTime` of WireMock's mappings.
public final class MomentPattern {
  /// The operators that this reads.
  public static final Set<String> OPERATORS = Set.of("before", "after", "equalToDateTime");

  private final String operator;
  private final Optional<Moment> expected;
  private final Optional<Offset> offset;
  private final Optional<Truncation> truncateExpected;
  private final Optional<Truncation> truncateActual;
  private final boolean truncatesLast;
  private final Optional<String> format;
  private final Clock clock;

  private MomentPattern(
      String operator,
      Optional<Moment> expected,
      Optional<Offset> offset,
      JsonObject written,
      Clock clock) {
    this.operator = operator;
    this.expected = expected;
    this.offset = offset;
    this.truncateExpected = text(written, "truncateExpected").flatMap(Truncation::parse);
    this.truncateActual = text(written, "truncateActual").flatMap(Truncation::parse);
    this.truncatesLast =
        written.member("applyTruncationLast").orElse(null) instanceof JsonBoolean(boolean is) && is;
    this.format = text(written, "actualFormat");
    this.clock = clock;
  }

  /// What a pattern is.
  public sealed interface Read {
    /// One that can be used.
    record Good(MomentPattern pattern) implements Read {}

    /// One that cannot, and why.
    record Bad(String reason) implements Read {}
  }

  /// Reads a pattern for times.
  ///
  /// @param clock what `now` is
  public static Read read(String operator, JsonObject written, Clock clock) {
    String text = text(written, operator).orElse("");
    Optional<Offset> fromNow = Offset.parse(text);
    Optional<Moment> moment = fromNow.isPresent() ? Optional.empty() : Moments.parse(text);
    if (fromNow.isEmpty() && moment.isEmpty()) {
      return new Read.Bad(
          "'"
              + text
              + "' is no moment: write ISO 8601, an HTTP date, or an offset such as 'now +3 days'");
    }
    for (String member : Set.of("truncateExpected", "truncateActual")) {
      Optional<String> truncation = text(written, member);
      if (truncation.isPresent() && truncation.flatMap(Truncation::parse).isEmpty()) {
        return new Read.Bad("there is no truncation '" + truncation.get() + "'");
      }
    }
    if (text(written, "actualFormat").filter(form -> !Moments.isFormat(form)).isPresent()) {
      return new Read.Bad(
          "'" + text(written, "actualFormat").orElse("") + "' is no format of dates");
    }
    Optional<Offset> stated = statedOffset(written);
    return new Read.Good(
        new MomentPattern(operator, moment, stated.or(() -> fromNow), written, clock));
  }

  private static Optional<Offset> statedOffset(JsonObject written) {
    JsonValue amount = written.member("expectedOffset").orElse(null);
    if (amount instanceof JsonString(String text)) {
      return Offset.parse(text);
    }
    if (amount instanceof JsonNumber number && number.isTame() && number.isInteger()) {
      return text(written, "expectedOffsetUnit")
          .flatMap(Offset::unit)
          .map(unit -> new Offset(number.decimal().intValue(), unit));
    }
    return Optional.empty();
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object.member(name).orElse(null) instanceof JsonString(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /// Whether the moment that the text names is where it should be; no for texts that name none.
  public boolean accepts(String text) {
    Optional<Moment> actual =
        format.isPresent() ? Moments.parse(text, format.get()) : Moments.parse(text);
    return actual.filter(moment -> isRight(order(truncated(moment), expectedNow()))).isPresent();
  }

  private boolean isRight(int order) {
    return switch (operator) {
      case "before" -> order < 0;
      case "after" -> order > 0;
      default -> order == 0;
    };
  }

  private Moment truncated(Moment actual) {
    return actual instanceof Moment.Zoned(ZonedDateTime time) && truncateActual.isPresent()
        ? new Moment.Zoned(truncateActual.get().of(time))
        : actual;
  }

  private Moment expectedNow() {
    return switch (expected.orElse(null)) {
      case null -> new Moment.Zoned(moved(ZonedDateTime.now(clock)));
      case Moment.Zoned(ZonedDateTime time) -> new Moment.Zoned(moved(time));
      case Moment.Local local -> local;
    };
  }

  private ZonedDateTime moved(ZonedDateTime moment) {
    ZonedDateTime first = truncatesLast ? shifted(moment) : rounded(moment);
    return truncatesLast ? rounded(first) : shifted(first);
  }

  private ZonedDateTime shifted(ZonedDateTime moment) {
    return offset.map(by -> by.from(moment)).orElse(moment);
  }

  private ZonedDateTime rounded(ZonedDateTime moment) {
    return truncateExpected.map(to -> to.of(moment)).orElse(moment);
  }

  private static int order(Moment actual, Moment expected) {
    if (actual instanceof Moment.Zoned(var one) && expected instanceof Moment.Zoned(var other)) {
      return one.toInstant().compareTo(other.toInstant());
    }
    return local(actual).compareTo(local(expected));
  }

  private static LocalDateTime local(Moment moment) {
    return switch (moment) {
      case Moment.Zoned(ZonedDateTime time) -> time.toLocalDateTime();
      case Moment.Local(LocalDateTime time) -> time;
    };
  }
}
