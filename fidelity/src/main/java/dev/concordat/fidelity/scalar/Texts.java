package dev.concordat.fidelity.scalar;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What happened to a text. The most specific explanation that turns what was sent into what was received is told.
public final class Texts {
  /// Characters from which on a text in the alphabet of Base64 is taken for such.
  private static final int MIN_BASE64_LENGTH = 8;

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+\\.[0-9]+");
  private static final Pattern LOCAL_DECIMAL =
      Pattern.compile(
          "-?[0-9]{1,3}(?:[. '\u00a0\u202f]?[0-9]{3})*(?:,[0-9]+)?|-?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?");
  private static final Pattern LINE_END = Pattern.compile("\r\n?|\n");
  private static final Pattern MARK = Pattern.compile("\uFEFF");

  private Texts() {}

  /// What happened, or nothing if both are the same text.
  public static Optional<Alteration> alteration(String sent, String received) {
    if (sent.equals(received)) {
      return Optional.empty();
    }
    return Optional.of(
        Moments.alteration(sent, received)
            .or(() -> ofNumbers(sent, received))
            .or(() -> ofSpaces(sent, received))
            .or(() -> ofCoding(sent, received))
            .or(() -> ofCharacters(sent, received))
            .or(() -> ofLength(sent, received))
            .orElse(Alteration.VALUE_CHANGED));
  }

  private static Optional<Alteration> ofNumbers(String sent, String received) {
    if (DIGITS.matcher(sent).matches()
        && sent.startsWith("0")
        && withoutZeros(sent).equals(received)) {
      return Optional.of(Alteration.ZEROS_LOST);
    }
    if (JsonNumber.isJsonNumber(sent) && JsonNumber.isJsonNumber(received)) {
      return Numbers.alteration(new JsonNumber(sent), new JsonNumber(received));
    }
    boolean isLocal = DECIMAL.matcher(sent).matches() || DIGITS.matcher(sent).matches();
    return isLocal && LOCAL_DECIMAL.matcher(received).matches() && sameDigits(sent, received)
        ? Optional.of(Alteration.LOCALISED)
        : Optional.empty();
  }

  static String withoutZeros(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }

  private static boolean sameDigits(String sent, String received) {
    return sent.replaceAll("[^0-9-]", "").equals(received.replaceAll("[^0-9-]", ""));
  }

  private static Optional<Alteration> ofSpaces(String sent, String received) {
    if (unixLines(sent).equals(unixLines(received))) {
      return Optional.of(Alteration.LINE_ENDS_CHANGED);
    }
    if (received.isEmpty()) {
      return Optional.of(sent.isBlank() ? Alteration.TRIMMED : Alteration.TEXT_CUT);
    }
    boolean isTrimmed =
        sent.strip().equals(received)
            || sent.trim().equals(received)
            || sent.stripLeading().equals(received)
            || sent.stripTrailing().equals(received)
            || collapsed(sent).equals(received);
    if (isTrimmed) {
      return Optional.of(Alteration.TRIMMED);
    }
    return received.strip().equals(sent) || MARK.matcher(received).replaceAll("").equals(sent)
        ? Optional.of(Alteration.CHARACTERS_ADDED)
        : Optional.empty();
  }

  private static String unixLines(String text) {
    return LINE_END.matcher(text).replaceAll("\n");
  }

  private static String collapsed(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static Optional<Alteration> ofCoding(String sent, String received) {
    if (Escapes.WAYS.stream().anyMatch(way -> way.apply(received).equals(sent))) {
      return Optional.of(
          received.equals(JsonText.compact(new JsonString(sent)))
              ? Alteration.DOUBLE_ENCODED
              : Alteration.ESCAPED);
    }
    if (received.equals(JsonText.compact(new JsonString(sent)))) {
      return Optional.of(Alteration.DOUBLE_ENCODED);
    }
    if (Escapes.WAYS.stream().anyMatch(way -> way.apply(sent).equals(received))) {
      return Optional.of(Alteration.UNESCAPED);
    }
    return isSameBase64(sent, received)
        ? Optional.of(Alteration.BASE64_REWRITTEN)
        : Optional.empty();
  }

  private static boolean isSameBase64(String sent, String received) {
    if (sent.length() < MIN_BASE64_LENGTH) {
      return false;
    }
    byte[] from = base64(sent);
    return from.length > 0 && Arrays.equals(from, base64(received));
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static Optional<Alteration> ofCharacters(String sent, String received) {
    if (Characters.isMisdecoded(sent, received)) {
      return Optional.of(Alteration.MISDECODED);
    }
    if (Characters.isNormalised(sent, received)) {
      return Optional.of(Alteration.NORMALISED);
    }
    if (isCaseFolded(sent, received)) {
      return Optional.of(Alteration.CASE_FOLDED);
    }
    return Characters.areLost(sent, received)
        ? Optional.of(Alteration.CHARACTERS_LOST)
        : Optional.empty();
  }

  private static boolean isCaseFolded(String sent, String received) {
    return sent.equalsIgnoreCase(received)
        || sent.toUpperCase(Locale.ROOT).equals(received.toUpperCase(Locale.ROOT))
        || sent.toLowerCase(Locale.ROOT).equals(received)
        || sent.replace("ß", "ss").equalsIgnoreCase(received);
  }

  /// A text that lost its end, with or without dots in its place; the last character may have been cut in its middle.
  private static Optional<Alteration> ofLength(String sent, String received) {
    String kept = received.replaceFirst("(?:\\.\\.\\.|…|\uFFFD+|\\?)$", "");
    if (!kept.isEmpty() && kept.length() < sent.length() && sent.startsWith(kept)) {
      return Optional.of(Alteration.TEXT_CUT);
    }
    boolean isGrown =
        received.length() > sent.length() && !sent.isEmpty() && received.contains(sent);
    return isGrown ? Optional.of(Alteration.CHARACTERS_ADDED) : Optional.empty();
  }
}
