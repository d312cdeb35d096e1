package dev.concordat.contracts.pact;

import dev.concordat.contracts.pact.PactGenerators.Context;
import dev.concordat.contracts.pact.PactGenerators.Mode;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The value that a generator makes (Pact specification, "Generators").
final class GeneratedValues {
  /// Digits, characters and the like that one value may have.
  private static final int MAX_SIZE = 1_000;

  private static final int DEFAULT_SIZE = 10;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}]*)}");
  private static final String HEXADECIMAL = "0123456789ABCDEF";
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final RandomGenerator random;
  private final ZonedDateTime now;

  GeneratedValues(RandomGenerator random, ZonedDateTime now) {
    this.random = random;
    this.now = now;
  }

  /// The value; empty where the generator does not apply or is not known, so the example stays.
  Optional<JsonValue> value(Generator generator, Context context) {
    return switch (generator.type()) {
      case "RandomInt" -> Optional.of(randomInt(generator));
      case "RandomDecimal" -> Optional.of(randomDecimal(size(generator, "digits")));
      case "RandomHexadecimal" -> text(randomText(HEXADECIMAL, size(generator, "digits")));
      case "RandomString" -> text(randomText(LETTERS, size(generator, "size")));
      case "RandomBoolean" -> Optional.of(new JsonBoolean(random.nextBoolean()));
      case "Regex" ->
          RegexSampler.sample(attribute(generator, "regex", ""), random).map(JsonString::new);
      case "Uuid" -> text(uuid(attribute(generator, "format", "lower-case-hyphenated")));
      case "Date" -> moment(generator, MomentExpression.Kind.DATE, "yyyy-MM-dd");
      case "Time" -> moment(generator, MomentExpression.Kind.TIME, "HH:mm:ss");
      case "DateTime" ->
          moment(generator, MomentExpression.Kind.DATE_TIME, "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
      case "ProviderState" -> fromState(generator, context);
      case "MockServerURL" -> mockServerUrl(generator, context);
      default -> Optional.empty();
    };
  }

  private static Optional<JsonValue> text(String text) {
    return Optional.of(new JsonString(text));
  }

  private static String attribute(Generator generator, String name, String otherwise) {
    return generator.attributes().member(name).map(Fields::text).orElse(otherwise);
  }

  private static int number(Generator generator, String name, int otherwise) {
    try {
      return Integer.parseInt(attribute(generator, name, Integer.toString(otherwise)));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static int size(Generator generator, String name) {
    return Math.clamp(number(generator, name, DEFAULT_SIZE), 1, MAX_SIZE);
  }

  private JsonValue randomInt(Generator generator) {
    int min = number(generator, "min", 0);
    int max = number(generator, "max", Integer.MAX_VALUE);
    return JsonNumber.of(random.nextLong(Math.min(min, max), Math.max(min, max) + 1L));
  }

  /// A number of that many digits, with a point somewhere among them.
  private JsonValue randomDecimal(int digits) {
    if (digits == 1) {
      return new JsonNumber(Integer.toString(random.nextInt(10)));
    }
    int point = random.nextInt(1, digits);
    var text = new StringBuilder();
    text.append(random.nextInt(1, 10));
    for (int i = 1; i < digits; i++) {
      if (i == point) {
        text.append('.');
      }
      text.append(random.nextInt(i == digits - 1 ? 1 : 0, 10));
    }
    return new JsonNumber(text.toString());
  }

  private String randomText(String alphabet, int length) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private String uuid(String format) {
    // Bits of a random UUID: version 4, variant 2 (RFC 9562 section 5.4).
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    String text = new UUID(high, low).toString();
    return switch (format) {
      case "simple" -> text.replace("-", "");
      case "upper-case-hyphenated" -> text.toUpperCase(Locale.ROOT);
      case "URN" -> "urn:uuid:" + text;
      default -> text;
    };
  }

  private Optional<JsonValue> moment(
      Generator generator, MomentExpression.Kind kind, String usual) {
    String expression = attribute(generator, "expression", "");
    try {
      var format =
          DateTimeFormatter.ofPattern(attribute(generator, "format", usual), Locale.ENGLISH);
      return MomentExpression.resolve(expression, kind, now)
          .map(moment -> new JsonString(format.format(moment)));
    } catch (IllegalArgumentException | DateTimeException notAFormat) {
      return Optional.empty();
    }
  }

  private static Optional<JsonValue> fromState(Generator generator, Context context) {
    String expression = attribute(generator, "expression", "");
    if (context.mode() == Mode.CONSUMER || expression.isEmpty()) {
      return Optional.empty();
    }
    Matcher whole = PLACEHOLDER.matcher(expression);
    if (whole.matches()) {
      return Optional.ofNullable(context.stateValues().get(whole.group(1)));
    }
    if (!expression.contains("${")) {
      return Optional.ofNullable(context.stateValues().get(expression));
    }
    String filled =
        PLACEHOLDER
            .matcher(expression)
            .replaceAll(
                found -> {
                  JsonValue value = context.stateValues().get(found.group(1));
                  return Matcher.quoteReplacement(value == null ? "" : Fields.text(value));
                });
    return text(filled);
  }

  /// The example with the address of the mock server in the place of its own.
  private static Optional<JsonValue> mockServerUrl(Generator generator, Context context) {
    if (context.mode() != Mode.CONSUMER || context.mockServer().isEmpty()) {
      return Optional.empty();
    }
    String example = attribute(generator, "example", "");
    String regex = attribute(generator, "regex", "");
    return regex.isEmpty()
        ? Optional.empty()
        : kept(regex, example).map(kept -> new JsonString(context.mockServer().get() + kept));
  }

  /// What the pattern's group says to keep of the example; without one, everything after its host.
  private static Optional<String> kept(String regex, String example) {
    try {
      var matcher = com.google.re2j.Pattern.compile(regex).matcher(example);
      if (matcher.matches() && matcher.groupCount() > 0 && matcher.group(1) != null) {
        String group = matcher.group(1);
        return Optional.of(group.startsWith("/") ? group : "/" + group);
      }
    } catch (com.google.re2j.PatternSyntaxException unknownToRe2) {
      // then only the address tells
    }
    int scheme = example.indexOf("://");
    int path = example.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    return path < 0 ? Optional.empty() : Optional.of(example.substring(path));
  }
}
