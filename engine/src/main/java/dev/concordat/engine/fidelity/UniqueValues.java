package dev.concordat.engine.fidelity;

import dev.concordat.cases.value.Dice;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Values that look like an example and that nobody else in a run has, so that whoever shows one of them got it from here.
/// They are plain: nothing about them tends to break.
final class UniqueValues {
  /// Fewer different texts than this could meet by chance.
  private static final int FEWEST = 1_000;

  private static final int MAX_TRIES = 6;
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz";
  private static final int WORD_LETTERS = 9;

  /// Characters beyond it may be lost on the way that is to be learned.
  private static final int LAST_PLAIN = 0x7E;

  /// Bytes as Base64 writes them; random letters would be none in their last group.
  private static final Pattern PADDED = Pattern.compile("[A-Za-z0-9+/]{6,}==?");

  private final long seed;

  UniqueValues(long seed) {
    this.seed = seed;
  }

  /// Nothing where so few values are allowed that meeting one says nothing.
  ///
  /// @param name of the field
  /// @param isAllowed what the contract says
  Optional<JsonValue> like(
      String name, JsonValue example, int round, Predicate<JsonValue> isAllowed) {
    for (int number = 0; number < MAX_TRIES; number++) {
      Dice dice = Dice.at(seed, "fidelity/" + name + "/" + round + "/" + number);
      for (JsonValue candidate : candidates(example, dice)) {
        if (!candidate.equals(example) && isAllowed.test(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  private static List<JsonValue> candidates(JsonValue example, Dice dice) {
    return switch (example) {
      case JsonString(String text) -> texts(text, dice).<JsonValue>map(JsonString::new).toList();
      case JsonNumber number -> numbers(number, dice);
      case JsonArray(var items) -> {
        List<JsonValue> changed = new ArrayList<>();
        for (JsonValue item : items) {
          candidates(item, dice).stream().findFirst().ifPresent(changed::add);
        }
        boolean isWhole = !items.isEmpty() && changed.size() == items.size();
        yield isWhole ? List.of(new JsonArray(changed)) : List.of();
      }
      default -> List.of();
    };
  }

  /// Beginning with what is most unlike anything else.
  private static Stream<String> texts(String example, Dice dice) {
    Optional<String> moment = moment(example, dice);
    if (moment.isPresent()) {
      return moment.stream();
    }
    String word = word(dice);
    int at = example.indexOf('@');
    if (at > 0) {
      return Stream.of(word + example.substring(at));
    }
    if (PADDED.matcher(example).matches() && example.length() % 4 == 0) {
      byte[] bytes = (word + word(dice)).getBytes(StandardCharsets.US_ASCII);
      return Stream.of(Base64.getEncoder().encodeToString(bytes));
    }
    String alike = alike(example, dice);
    if (example.chars().anyMatch(c -> c > LAST_PLAIN)) {
      return Stream.of(word, alike);
    }
    boolean isPlain = example.chars().allMatch(c -> Character.isLetter(c) || c == ' ');
    return isPlain || example.isEmpty() || variety(example) < FEWEST
        ? Stream.of(word)
        : Stream.of(alike, word);
  }

  private static String word(Dice dice) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < WORD_LETTERS; i++) {
      word.append(LETTERS.charAt(dice.below(LETTERS.length())));
    }
    return word.toString();
  }

  /// Letters for letters, digits for digits, all else kept; the beginning is kept where it is a prefix such as `tok_`.
  private static String alike(String example, Dice dice) {
    int from = example.indexOf('_') + 1;
    StringBuilder text = new StringBuilder(example.substring(0, from));
    boolean isHex = example.matches("[0-9a-fA-F-]{32,36}");
    for (int i = from; i < example.length(); i++) {
      char c = example.charAt(i);
      boolean isFixed = isHex && example.length() == 36 && (i == 14 || i == 19);
      if (isFixed) {
        text.append(c);
      } else if (isHex && c != '-') {
        text.append("0123456789abcdef".charAt(dice.below(16)));
      } else if (c >= '0' && c <= '9') {
        text.append((char) ('1' + dice.below(9)));
      } else if (c >= 'a' && c <= 'z') {
        text.append(LETTERS.charAt(dice.below(LETTERS.length())));
      } else if (c >= 'A' && c <= 'Z') {
        text.append(Character.toUpperCase(LETTERS.charAt(dice.below(LETTERS.length()))));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /// How many texts look like this one, up to a limit.
  private static long variety(String example) {
    long count = 1;
    for (int i = example.indexOf('_') + 1; i < example.length() && count < FEWEST; i++) {
      char c = example.charAt(i);
      count *= c >= '0' && c <= '9' ? 9 : Character.isLetter(c) ? LETTERS.length() : 1;
    }
    return count;
  }

  private static List<JsonValue> numbers(JsonNumber example, Dice dice) {
    int point = example.digits().indexOf('.');
    int whole = 10_000 + dice.below(80_000);
    if (point < 0) {
      return List.of(
          new JsonNumber(whole + "" + (1_000 + dice.below(9_000))), JsonNumber.of(whole));
    }
    int cents = 11 + dice.below(80);
    // The last digit is never zero, so that nothing is lost by a scale that is left out.
    String fraction = cents % 10 == 0 ? Integer.toString(cents + 1) : Integer.toString(cents);
    return List.of(
        new JsonNumber(whole + "." + fraction),
        new JsonNumber((100 + dice.below(900)) + "." + fraction));
  }

  private static Optional<String> moment(String example, Dice dice) {
    try {
      if (example.length() == 10) {
        LocalDate day = LocalDate.parse(example);
        return Optional.of(day.plusDays(1L + dice.below(9_000)).toString());
      }
      OffsetDateTime then = OffsetDateTime.parse(example);
      return Optional.of(
          then.withOffsetSameInstant(ZoneOffset.UTC)
              .withMonth(6)
              .withDayOfMonth(1 + dice.below(28))
              .withHour(8 + dice.below(8))
              .withMinute(1 + dice.below(58))
              .withSecond(1 + dice.below(58))
              .withNano(0)
              .toInstant()
              .toString());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
