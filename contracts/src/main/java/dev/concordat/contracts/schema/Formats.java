package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The formats that are asserted. Others, such as `password` or `decimal`, are annotations.
final class Formats {
  private static final int UUID_LENGTH = 36;
  private static final Pattern RELATIVE_POINTER =
      Pattern.compile("(0|[1-9][0-9]*)(#|(/.*)?)", Pattern.DOTALL);
  private static final Pattern BAD_TILDE = Pattern.compile("~(?![01])");

  private static final List<Format> ALL =
      List.of(
          Format.ofText("date-time", "a date and time (RFC 3339)", TimeFormats::isDateTime),
          Format.ofText("date", "a date (RFC 3339)", TimeFormats::isDate),
          Format.ofText("time", "a time with its offset (RFC 3339)", TimeFormats::isTime),
          Format.ofText("duration", "a duration (ISO 8601)", TimeFormats::isDuration),
          Format.ofText("uuid", "a UUID", Formats::isUuid),
          Format.ofText("email", "an e-mail address", EmailFormats::isEmail),
          Format.ofText("idn-email", "an e-mail address", EmailFormats::isInternationalEmail),
          Format.ofText("hostname", "a host name", HostFormats::isHostname),
          Format.ofText("ipv4", "an IPv4 address", HostFormats::isIpv4),
          Format.ofText("ipv6", "an IPv6 address", HostFormats::isIpv6),
          Format.ofText("uri", "an absolute URI", UriFormats::isUri),
          Format.ofText("uri-reference", "a URI reference", UriFormats::isUriReference),
          Format.ofText("iri", "an absolute IRI", UriFormats::isIri),
          Format.ofText("iri-reference", "an IRI reference", UriFormats::isIriReference),
          Format.ofText("uri-template", "a URI template", UriFormats::isTemplate),
          Format.ofText("json-pointer", "a JSON Pointer", Formats::isPointer),
          Format.ofText(
              "relative-json-pointer", "a relative JSON Pointer", Formats::isRelativePointer),
          Format.ofText(
              "regex", "a regular expression", text -> !TextPattern.compile(text).isBroken()));

  private static final List<Format> OF_OPENAPI =
      List.of(
          ofIntegers("int32", "a 32-bit integer", 31), ofIntegers("int64", "a 64-bit integer", 63));

  private static final Map<String, JsonObject> INTEGERS =
      Map.of(
          "int32",
          integers(Integer.MIN_VALUE, Integer.MAX_VALUE),
          "int64",
          integers(Long.MIN_VALUE, Long.MAX_VALUE));

  private static final Map<String, Format> BY_NAME = new HashMap<>();
  private static final Map<String, Format> BY_OPENAPI_NAME = new HashMap<>();

  static {
    ALL.forEach(format -> BY_NAME.put(format.name(), format));
    OF_OPENAPI.forEach(format -> BY_OPENAPI_NAME.put(format.name(), format));
  }

  private Formats() {}

  static Optional<Format> named(String name, Dialect dialect) {
    Format known = BY_NAME.get(name);
    return known == null && dialect.isOpenApi()
        ? Optional.ofNullable(BY_OPENAPI_NAME.get(name))
        : Optional.ofNullable(known);
  }

  /// What a format of integers means in other keywords; nothing for other formats.
  static Optional<JsonObject> integers(String name) {
    return Optional.ofNullable(INTEGERS.get(name));
  }

  private static JsonObject integers(long least, long most) {
    return JsonObject.EMPTY
        .with("minimum", JsonNumber.of(least))
        .with("maximum", JsonNumber.of(most))
        .with("multipleOf", JsonNumber.of(1));
  }

  private static boolean isUuid(String text) {
    if (text.length() != UUID_LENGTH) {
      return false;
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      char c = text.charAt(i);
      boolean isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
      boolean fits =
          isHyphen
              ? c == '-'
              : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPointer(String text) {
    return Pointers.tokens(text).isPresent() && !BAD_TILDE.matcher(text).find();
  }

  private static boolean isRelativePointer(String text) {
    return RELATIVE_POINTER.matcher(text).matches() && !BAD_TILDE.matcher(text).find();
  }

  private static Format ofIntegers(String name, String phrase, int bits) {
    BigInteger limit = BigInteger.TWO.pow(bits);
    Decimal above = decimal(limit);
    Decimal least = decimal(limit.negate());
    int safeLength = limit.toString().length() - 1;
    return Format.ofNumber(
        name,
        phrase,
        number -> isShort(number, safeLength) || fits(Decimal.of(number), least, above));
  }

  /// Whether it is an integer of so few digits that it fits for sure.
  private static boolean isShort(JsonNumber number, int length) {
    return number.digits().length() <= length && Decimal.isWrittenAsInteger(number);
  }

  private static boolean fits(Decimal value, Decimal least, Decimal above) {
    return value.isInteger() && value.compareTo(least) >= 0 && value.compareTo(above) < 0;
  }

  private static Decimal decimal(BigInteger integer) {
    return Decimal.of(new JsonNumber(integer.toString()));
  }
}
