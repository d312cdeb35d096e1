package dev.concordat.conform.service;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The formats that the service's contract names.
final class Formats {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern DATE_DIGITS = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9]|60)(\\.[0-9]+)?"
              + "([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern EMAIL =
      Pattern.compile(
          "([A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*|\"([ !#-\\[\\]-~]|\\\\[ -~])*\")"
              + "@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:.IPv]+])");
  private static final Pattern URI_CHARACTERS =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]*");

  private Formats() {}

  static Shape date() {
    return Shape.text(Formats::isDate, "is not a date");
  }

  static Shape dateTime() {
    return Shape.text(Formats::isDateTime, "is not a date and time");
  }

  static Shape uuid() {
    return Shape.text(text -> UUID.matcher(text).matches(), "is not a UUID");
  }

  static Shape email() {
    return Shape.text(text -> EMAIL.matcher(text).matches(), "is not an e-mail address");
  }

  static Shape uri() {
    return Shape.text(Formats::isUri, "is not a URI");
  }

  private static boolean isDate(String text) {
    if (!DATE_DIGITS.matcher(text).matches()) {
      return false;
    }
    try {
      LocalDate.parse(text, DATE);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isDateTime(String text) {
    Matcher matcher = DATE_TIME.matcher(text);
    return matcher.matches() && isDate(matcher.group(1));
  }

  private static boolean isUri(String text) {
    if (!URI_CHARACTERS.matcher(text).matches()) {
      return false;
    }
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      // java.net.URI wants something after the scheme, RFC 3986 does not.
      return text.endsWith(":");
    }
  }
}
