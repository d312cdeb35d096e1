package dev.concordat.standin.wiremock.template;

import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// WireMock's helpers for random values. They come from a seed, so that the same requests get the same values.
final class RandomHelpers {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";
  private static final int UUID_LENGTH = 36;

  /// Longest random text, in characters.
  private static final int MAX_LENGTH = 1 << 20;

  private RandomHelpers() {}

  static Map<String, Helper<Object>> all() {
    Map<String, Helper<Object>> helpers = new LinkedHashMap<>();
    helpers.put("randomValue", (value, options) -> randomValue(options));
    helpers.put("randomInt", (value, options) -> randomInt(options));
    helpers.put("randomDecimal", (value, options) -> randomDecimal(options));
    helpers.put("pickRandom", RandomHelpers::pickRandom);
    return helpers;
  }

  private static RandomGenerator random(Options options) {
    return options.data(ResponseTemplate.RENDERING) instanceof Rendering rendering
        ? rendering.random()
        : RandomGenerator.getDefault();
  }

  private static Object randomValue(Options options) {
    RandomGenerator random = random(options);
    int length =
        Math.clamp(
            ListHelpers.whole(options.hash.get("length")).orElse(UUID_LENGTH), 0, MAX_LENGTH);
    String type = String.valueOf(options.hash.getOrDefault("type", "ALPHANUMERIC"));
    String value =
        switch (type) {
          case "ALPHANUMERIC" -> text(random, length, LETTERS + DIGITS);
          case "ALPHABETIC" -> text(random, length, LETTERS);
          case "NUMERIC" -> text(random, length, DIGITS);
          case "HEXADECIMAL" -> text(random, length, "abcdef" + DIGITS);
          case "UUID" -> uuid(random);
          default -> text(random, length, printable());
        };
    return Boolean.TRUE.equals(options.hash.get("uppercase"))
        ? value.toUpperCase(Locale.ROOT)
        : value.toLowerCase(Locale.ROOT);
  }

  private static String printable() {
    var all = new StringBuilder();
    for (char c = '!'; c < '~'; c++) {
      all.append(c);
    }
    return all.toString();
  }

  private static String text(RandomGenerator random, int length, String of) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(of.charAt(random.nextInt(of.length())));
    }
    return text.toString();
  }

  private static String uuid(RandomGenerator random) {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  private static Object randomInt(Options options) {
    int lower = ListHelpers.whole(options.hash.get("lower")).orElse(Integer.MIN_VALUE);
    int upper = ListHelpers.whole(options.hash.get("upper")).orElse(Integer.MAX_VALUE);
    return lower < upper ? random(options).nextInt(lower, upper) : lower;
  }

  private static Object randomDecimal(Options options) {
    double lower = number(options.hash.get("lower")).orElse((double) Float.MIN_VALUE);
    double upper = number(options.hash.get("upper")).orElse((double) Float.MAX_VALUE);
    return lower < upper ? random(options).nextDouble(lower, upper) : lower;
  }

  private static Optional<Double> number(@Nullable Object value) {
    return value == null ? Optional.empty() : Optional.of(ListHelpers.decimal(value).doubleValue());
  }

  private static Object pickRandom(@Nullable Object value, Options options) {
    if (value == null) {
      return Failures.text(
          "Must specify either a single list argument or a set of single value arguments.");
    }
    var choices = new ArrayList<@Nullable Object>();
    if (value instanceof Iterable<?> items) {
      items.forEach(choices::add);
    } else {
      choices.add(value);
      choices.addAll(Arrays.asList(options.params));
    }
    RandomGenerator random = random(options);
    Optional<Integer> count = ListHelpers.whole(options.hash.get("count"));
    if (count.isEmpty()) {
      Object picked = choices.isEmpty() ? "" : choices.get(random.nextInt(choices.size()));
      return picked == null ? "" : picked;
    }
    List<@Nullable Object> picked = new ArrayList<>();
    for (int i = 0; i < Math.min(count.get(), choices.size()); i++) {
      picked.add(choices.remove(random.nextInt(choices.size())));
    }
    return picked;
  }
}
