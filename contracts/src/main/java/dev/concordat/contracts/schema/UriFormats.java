package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.UriReference;
import java.util.regex.Pattern;

/// URIs (RFC 3986), IRIs (RFC 3987) and URI templates (RFC 6570).
final class UriFormats {
  private static final Pattern FUTURE_ADDRESS =
      Pattern.compile("[vV][0-9a-fA-F]+\\.[A-Za-z0-9._~!$&'()*+,;=:-]+");
  private static final Pattern NON_ASCII = Pattern.compile("[^\\x00-\\x7f]");
  private static final String VARIABLE =
      "(?:[A-Za-z0-9_]|%[0-9a-fA-F]{2})(?:\\.?(?:[A-Za-z0-9_]|%[0-9a-fA-F]{2}))*(?::[1-9][0-9]{0,3}|\\*)?";
  private static final Pattern TEMPLATE =
      Pattern.compile(
          "(?:[^\\x00-\\x20\\x7f\"<>\\\\^`{|}%]|%[0-9a-fA-F]{2}|\\{[+#./;?&=,!@|]?"
              + VARIABLE
              + "(?:,"
              + VARIABLE
              + ")*\\})*+");

  private UriFormats() {}

  static boolean isUri(String text) {
    UriReference uri = UriReference.parse(text);
    return uri.scheme().isPresent() && isRight(uri, text);
  }

  static boolean isUriReference(String text) {
    return isRight(UriReference.parse(text), text);
  }

  private static boolean isRight(UriReference uri, String text) {
    return (uri.scheme().isEmpty() || UriText.isScheme(uri.scheme().get()))
        && UriText.isEncoded(text)
        && UriText.isPath(uri.path())
        && hasColonOnlyWhereItMay(uri)
        && (uri.query().isEmpty() || UriText.isQuery(uri.query().get()))
        && (uri.fragment().isEmpty() || UriText.isQuery(uri.fragment().get()))
        && (uri.authority().isEmpty() || isAuthority(uri.authority().get()));
  }

  static boolean isIri(String text) {
    return isUri(withoutNonAscii(text));
  }

  static boolean isIriReference(String text) {
    return isUriReference(withoutNonAscii(text));
  }

  static boolean isTemplate(String text) {
    return TEMPLATE.matcher(text).matches();
  }

  /// Characters beyond ASCII may stand wherever a letter may.
  private static String withoutNonAscii(String text) {
    return NON_ASCII.matcher(text).replaceAll("a");
  }

  private static boolean hasColonOnlyWhereItMay(UriReference uri) {
    int slash = uri.path().indexOf('/');
    String first = slash < 0 ? uri.path() : uri.path().substring(0, slash);
    return uri.scheme().isPresent() || uri.authority().isPresent() || first.indexOf(':') < 0;
  }

  private static boolean isAuthority(String authority) {
    int at = authority.lastIndexOf('@');
    String host = authority.substring(at + 1);
    if (at >= 0 && !UriText.isUser(authority.substring(0, at))) {
      return false;
    }
    int close = host.indexOf(']');
    if (host.startsWith("[")) {
      return close > 0
          && isAddress(host.substring(1, close))
          && UriText.isPort(host.substring(close + 1));
    }
    int colon = host.indexOf(':');
    String name = colon < 0 ? host : host.substring(0, colon);
    return UriText.isName(name) && UriText.isPort(host.substring(name.length()));
  }

  private static boolean isAddress(String text) {
    return HostFormats.isIpv6(text) || FUTURE_ADDRESS.matcher(text).matches();
  }
}
