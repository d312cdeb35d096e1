package dev.concordat.standin.wiremock.template;

import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.TagType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// WireMock's helpers for numbers and lists.
final class ListHelpers {
  /// Longest list that `range` makes.
  private static final int MAX_RANGE = 100_000;

  private ListHelpers() {}

  static Map<String, Helper<Object>> all() {
    Map<String, Helper<Object>> helpers = new LinkedHashMap<>();
    helpers.put("math", ListHelpers::math);
    helpers.put("isEven", (value, options) -> word(value, options, 0, "even"));
    helpers.put("isOdd", (value, options) -> word(value, options, 1, "odd"));
    helpers.put(
        "stripes",
        (value, options) ->
            isRest(value, 0)
                ? stated(options, 0).orElse("even")
                : stated(options, 1).orElse("odd"));
    helpers.put("range", ListHelpers::range);
    helpers.put("array", ListHelpers::array);
    helpers.put("arrayAdd", ListHelpers::arrayAdd);
    helpers.put("arrayRemove", ListHelpers::arrayRemove);
    helpers.put("arrayJoin", ListHelpers::arrayJoin);
    return helpers;
  }

  private static @Nullable Object word(Object value, Options options, int rest, String word) {
    return isRest(value, rest) ? stated(options, 0).orElse(word) : null;
  }

  private static boolean isRest(Object value, int rest) {
    return whole(value).filter(number -> Math.floorMod(number, 2) == rest).isPresent();
  }

  private static Optional<Object> stated(Options options, int at) {
    return Optional.ofNullable(TextHelpers.parameter(options, at));
  }

  private static Object math(Object value, Options options) {
    if (options.params.length != 2) {
      return Failures.text(
          "All maths functions require two operands and an operator as parameters e.g. 3 '+' 2");
    }
    BigDecimal left = decimal(value);
    BigDecimal right = decimal(options.params[1]);
    String operator = String.valueOf(options.params[0]);
    boolean isByZero = right.signum() == 0 && (operator.equals("/") || operator.equals("%"));
    if (isByZero) {
      return Failures.text("division by zero");
    }
    return switch (operator) {
      case "+" -> reduced(left.add(right));
      case "-" -> reduced(left.subtract(right));
      case "*", "x" -> reduced(left.multiply(right));
      case "/" -> reduced(left.divide(right, RoundingMode.HALF_UP));
      case "%" -> reduced(left.remainder(right));
      default -> Failures.text(operator + " is not a valid mathematical operator");
    };
  }

  static BigDecimal decimal(@Nullable Object value) {
    String text = String.valueOf(value);
    try {
      var decimal = new BigDecimal(text);
      return Math.abs((long) decimal.scale()) > 1_000 ? BigDecimal.ZERO : decimal;
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }

  private static Object reduced(BigDecimal value) {
    if (value.scale() != 0) {
      return value.doubleValue();
    }
    if (value.longValue() <= Integer.MAX_VALUE) {
      return value.intValue();
    }
    return value.longValue();
  }

  static Optional<Integer> whole(@Nullable Object value) {
    try {
      return value == null
          ? Optional.empty()
          : Optional.of(Integer.valueOf(value.toString().strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Object range(Object value, Options options) {
    Optional<Integer> lower = whole(value);
    Optional<Integer> upper = whole(TextHelpers.parameter(options, 0));
    if (lower.isEmpty() || upper.isEmpty()) {
      return Failures.text(
          "The range helper requires both lower and upper bounds as integer parameters");
    }
    var list = new ArrayList<Object>();
    for (long i = lower.get(); i <= upper.get(); i++) {
      if (list.size() == MAX_RANGE) {
        return Failures.text("a range has at most " + MAX_RANGE + " numbers");
      }
      list.add((int) i);
    }
    return list;
  }

  @SuppressWarnings("ReferenceEquality") // without a parameter the library gives the model itself
  private static Object array(@Nullable Object value, Options options) {
    var list = new ArrayList<@Nullable Object>();
    if (value == null || value == options.context.model()) {
      return list;
    }
    list.add(value);
    list.addAll(Arrays.asList(options.params));
    return list;
  }

  private static Object arrayAdd(Object value, Options options) {
    if (!(value instanceof List<?> items)) {
      return List.of();
    }
    if (options.params.length == 0) {
      return Failures.text("Missing required parameter: additional value to add to list");
    }
    var list = new ArrayList<@Nullable Object>(items);
    Optional<Integer> position = position(options, list.size());
    if (position.isEmpty()) {
      return badPosition(options);
    }
    list.add(position.get(), options.params[0]);
    return list;
  }

  private static Object arrayRemove(Object value, Options options) {
    if (!(value instanceof List<?> items) || items.isEmpty()) {
      return List.of();
    }
    var list = new ArrayList<@Nullable Object>(items);
    Optional<Integer> position = position(options, list.size());
    if (position.isEmpty()) {
      return badPosition(options);
    }
    list.remove(Math.min(position.get(), list.size() - 1));
    return list;
  }

  private static Optional<Integer> position(Options options, int size) {
    Object position = options.hash.get("position");
    if (position == null || position.equals("end")) {
      return Optional.of(size);
    }
    return position.equals("start")
        ? Optional.of(0)
        : whole(position).filter(at -> at >= 0 && at <= size);
  }

  private static String badPosition(Options options) {
    return Failures.text(
        whole(options.hash.get("position")).isPresent()
            ? "position must be greater than or equal to 0 and less than or equal to the size of the list"
            : "position must be 'start', 'end' or an integer");
  }

  private static Object arrayJoin(Object value, Options options) throws IOException {
    if (!(value instanceof String separator)) {
      return Failures.text("Separator parameter must be a String");
    }
    Object given = TextHelpers.parameter(options, 0);
    if (given == null) {
      return Failures.text("The parameter must be list");
    }
    var texts = new ArrayList<String>();
    if (given instanceof Iterable<?> items) {
      for (Object item : items) {
        texts.add(
            options.tagType == TagType.SECTION
                ? options.fn(item).toString()
                : String.valueOf(item));
      }
    } else {
      for (Object item : options.params) {
        texts.add(String.valueOf(item));
      }
    }
    if (texts.isEmpty()) {
      return "";
    }
    return options.hash.getOrDefault("prefix", "")
        + String.join(separator, texts)
        + options.hash.getOrDefault("suffix", "");
  }
}
