package dev.concordat.standin.wiremock.template;

import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import dev.concordat.standin.wiremock.moment.Moments;
import dev.concordat.standin.wiremock.moment.Offset;
import dev.concordat.standin.wiremock.moment.Truncation;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// WireMock's helpers for times.
final class TimeHelpers {
  private TimeHelpers() {}

  static Map<String, Helper<Object>> all() {
    Map<String, Helper<Object>> helpers = new LinkedHashMap<>();
    helpers.put("now", (value, options) -> date(null, options));
    helpers.put("date", TimeHelpers::date);
    helpers.put("parseDate", TimeHelpers::parseDate);
    helpers.put("truncateDate", TimeHelpers::truncateDate);
    return helpers;
  }

  private static Object date(@Nullable Object value, Options options) {
    String format = text(options, "format");
    String offset = text(options, "offset");
    String timezone = text(options, "timezone");
    ZoneId zone = null;
    if (value instanceof ShownDate known) {
      zone = known.zone();
    } else if (timezone != null) {
      try {
        zone = ZoneId.of(timezone);
      } catch (DateTimeException e) {
        return Failures.text(timezone + " is no time zone");
      }
    }
    Instant moment = value instanceof Date given ? given.toInstant() : clock(options).instant();
    if (offset != null) {
      Optional<Offset> by = Offset.parse(offset);
      if (by.isEmpty()) {
        return Failures.text(offset + " is no offset such as '3 days'");
      }
      moment = by.get().from(moment.atZone(ZoneOffset.UTC)).toInstant();
    }
    return new ShownDate(moment.toEpochMilli(), format, zone);
  }

  private static Clock clock(Options options) {
    return options.data(ResponseTemplate.RENDERING) instanceof Rendering rendering
        ? rendering.clock()
        : Clock.systemUTC();
  }

  private static @Nullable String text(Options options, String name) {
    Object value = options.hash.get(name);
    return value == null ? null : value.toString();
  }

  private static @Nullable Object parseDate(Object value, Options options) {
    String text = value == null ? "" : value.toString();
    String format = text(options, "format");
    Optional<Moments.Moment> moment =
        format == null ? Moments.parse(text) : Moments.parse(text, format);
    return moment.map(TimeHelpers::shown).orElse(null);
  }

  private static Object shown(Moments.Moment moment) {
    return switch (moment) {
      case Moments.Moment.Zoned(ZonedDateTime time) ->
          new ShownDate(
              time.toInstant().toEpochMilli(),
              null,
              time.getZone().equals(ZoneOffset.UTC) ? null : time.getZone());
      case Moments.Moment.Local(var time) ->
          new ShownDate(time.toInstant(ZoneOffset.UTC).toEpochMilli(), null, null);
    };
  }

  private static Object truncateDate(Object value, Options options) {
    if (!(value instanceof Date date)) {
      return Failures.text("A date object must be passed to the truncateDate helper");
    }
    Object type = TextHelpers.parameter(options, 0);
    if (type == null) {
      return Failures.text(
          "Truncation type must be specified as the first parameter to truncateDate");
    }
    Optional<Truncation> truncation = Truncation.parse(type.toString());
    if (truncation.isEmpty()) {
      return Failures.text("there is no truncation '" + type + "'");
    }
    ZonedDateTime rounded = truncation.get().of(date.toInstant().atZone(ZoneOffset.UTC));
    return new ShownDate(rounded.toInstant().toEpochMilli(), null, null);
  }
}
