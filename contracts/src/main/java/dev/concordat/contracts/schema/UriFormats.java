package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.UriReference;
import java.util.regex.Pattern;

/// URIs (RFC 3986), IRIs (RFC 3987) and URI templates (RFC 6570).
final class UriFormats {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");
  private static final Pattern ENCODED = Pattern.compile("(?:[^%]|%[0-9a-fA-F]{2})*+");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@%/-]*+");
  private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*+");
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:%-]*+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=%-]*+");
  private static final Pattern PORT = Pattern.compile("(?::[0-9]*)?");
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
    return UriReference.parse(text).scheme().isPresent() && isUriReference(text);
  }

  static boolean isUriReference(String text) {
    UriReference uri = UriReference.parse(text);
    return uri.scheme().map(scheme -> SCHEME.matcher(scheme).matches()).orElse(true)
        && ENCODED.matcher(text).matches()
        && PATH.matcher(uri.path()).matches()
        && hasColonOnlyWhereItMay(uri)
        && uri.query().map(query -> QUERY.matcher(query).matches()).orElse(true)
        && uri.fragment().map(fragment -> QUERY.matcher(fragment).matches()).orElse(true)
        && uri.authority().map(UriFormats::isAuthority).orElse(true);
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
    if (at >= 0 && !USER.matcher(authority.substring(0, at)).matches()) {
      return false;
    }
    int close = host.indexOf(']');
    if (host.startsWith("[")) {
      return close > 0
          && isAddress(host.substring(1, close))
          && PORT.matcher(host.substring(close + 1)).matches();
    }
    int colon = host.indexOf(':');
    String name = colon < 0 ? host : host.substring(0, colon);
    return NAME.matcher(name).matches() && PORT.matcher(host.substring(name.length())).matches();
  }

  private static boolean isAddress(String text) {
    return HostFormats.isIpv6(text) || FUTURE_ADDRESS.matcher(text).matches();
  }
}
