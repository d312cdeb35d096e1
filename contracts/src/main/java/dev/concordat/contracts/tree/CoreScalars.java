package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/// What plain scalars mean in YAML 1.2's core schema (section 10.3.2). Timestamps, `yes` and `on` are strings in it.
final class CoreScalars {
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern NO_JSON_NUMBER =
      Pattern.compile("[-+]?(\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN");

  private CoreScalars() {}

  static JsonValue plain(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> JsonNull.NULL;
      case "true", "True", "TRUE" -> JsonBoolean.of(true);
      case "false", "False", "FALSE" -> JsonBoolean.of(false);
      default -> number(text).<JsonValue>map(value -> value).orElseGet(() -> new JsonString(text));
    };
  }

  /// The number, with its digits as written where JSON's grammar allows them.
  static Optional<JsonNumber> number(String text) {
    if (!startsLikeNumber(text)) {
      return Optional.empty();
    }
    if (JsonNumber.isJsonNumber(text)) {
      return Optional.of(new JsonNumber(text));
    }
    if (OCTAL.matcher(text).matches()) {
      return Optional.of(new JsonNumber(new BigInteger(text.substring(2), 8).toString()));
    }
    if (HEXADECIMAL.matcher(text).matches()) {
      return Optional.of(new JsonNumber(new BigInteger(text.substring(2), 16).toString()));
    }
    return INTEGER.matcher(text).matches() || FLOAT.matcher(text).matches()
        ? Optional.of(new JsonNumber(inJsonGrammar(text)))
        : Optional.empty();
  }

  static boolean isInfiniteOrNotANumber(String text) {
    return startsLikeNumber(text) && NO_JSON_NUMBER.matcher(text).matches();
  }

  private static boolean startsLikeNumber(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
  }

  /// `+1` as 1, `007` as 7, `.5` as 0.5, `1.` as 1, `1.e3` as 1e3.
  private static String inJsonGrammar(String text) {
    String sign = text.startsWith("-") ? "-" : "";
    String rest = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    String padded = rest.startsWith(".") ? "0" + rest : rest;
    String trimmed = padded.replaceFirst("^0+(?=[0-9])", "");
    return sign + trimmed.replaceFirst("\\.(?=$|[eE])", "");
  }
}
