package dev.concordat.contracts.schema;

import java.util.regex.Pattern;

/// E-mail addresses (RFC 5321, section 4.1.2; RFC 6531 for international ones).
final class EmailFormats {
  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern INTERNATIONAL_LOCAL =
      Pattern.compile(
          "[^\\x00-\\x20\\x7f\"(),.:;<>@\\[\\]\\\\]+(?:\\.[^\\x00-\\x20\\x7f\"(),.:;<>@\\[\\]\\\\]+)*");
  private static final Pattern QUOTED =
      Pattern.compile("\"(?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\\x20-\\x7e])*+\"");
  private static final Pattern INTERNATIONAL_HOST =
      Pattern.compile(
          "[^\\x00-\\x20\\x7f@.,;:<>()\\[\\]\\\\\"]+(?:\\.[^\\x00-\\x20\\x7f@.,;:<>()\\[\\]\\\\\"]+)*");
  private static final int MAX_LENGTH = 320;

  private EmailFormats() {}

  static boolean isEmail(String text) {
    int at = text.lastIndexOf('@');
    return at > 0
        && text.length() <= MAX_LENGTH
        && (LOCAL.matcher(text.substring(0, at)).matches()
            || QUOTED.matcher(text.substring(0, at)).matches())
        && isDomain(text.substring(at + 1));
  }

  static boolean isInternationalEmail(String text) {
    int at = text.lastIndexOf('@');
    return isEmail(text)
        || (at > 0
            && text.length() <= MAX_LENGTH
            && INTERNATIONAL_LOCAL.matcher(text.substring(0, at)).matches()
            && INTERNATIONAL_HOST.matcher(text.substring(at + 1)).matches());
  }

  private static boolean isDomain(String domain) {
    if (domain.startsWith("[") && domain.endsWith("]")) {
      String literal = domain.substring(1, domain.length() - 1);
      return literal.startsWith("IPv6:")
          ? HostFormats.isIpv6(literal.substring(5))
          : HostFormats.isIpv4(literal);
    }
    return HostFormats.isHostname(domain);
  }
}
