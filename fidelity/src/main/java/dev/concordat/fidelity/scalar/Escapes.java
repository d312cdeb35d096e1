package dev.concordat.fidelity.scalar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes away the escapes that pages, addresses and programs put into text.
final class Escapes {
  /// References of HTML and XML: `&amp;`, `&#39;`, `&#x27;`.
  private static final Pattern REFERENCE =
      Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]{2,6});");

  private static final Map<String, String> NAMES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0");

  private static final Pattern BACKSLASHED =
      Pattern.compile("\\\\(u[0-9a-fA-F]{4}|[\"'\\\\/bfnrt])");

  /// Every way, each takes away one layer.
  static final List<UnaryOperator<String>> WAYS =
      List.of(
          Escapes::withoutReferences,
          Escapes::withoutPercents,
          Escapes::withoutFormEncoding,
          Escapes::withoutBackslashes,
          text -> text.replace("''", "'"));

  private Escapes() {}

  private static String withoutReferences(String text) {
    return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(referred(match)));
  }

  private static String referred(MatchResult match) {
    String name = match.group(1);
    if (!name.startsWith("#")) {
      return NAMES.getOrDefault(name, match.group());
    }
    boolean isHex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    int point =
        isHex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
    return Character.isValidCodePoint(point) ? Character.toString(point) : match.group();
  }

  private static String withoutFormEncoding(String text) {
    return withoutPercents(text.replace('+', ' '));
  }

  private static String withoutPercents(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (text.charAt(i) == '%' && high >= 0 && low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        int end = text.offsetByCodePoints(i, 1);
        bytes.writeBytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
        i = end - 1;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String withoutBackslashes(String text) {
    return BACKSLASHED
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(unescaped(match.group(1))));
  }

  private static String unescaped(String escape) {
    return switch (escape.charAt(0)) {
      case 'u' -> Character.toString((char) Integer.parseInt(escape.substring(1), 16));
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      default -> escape;
    };
  }
}
