package dev.concordat.contracts.har;

import java.util.Locale;

/// An address taken apart, tolerantly: archives hold addresses that are no URI by the letter.
///
/// @param host with its port where it has one; empty for an address without
/// @param target path and query, still percent-encoded
record HarUrl(String scheme, String host, String target) {
  static HarUrl parse(String url) {
    int fragment = url.indexOf('#');
    String whole = fragment < 0 ? url : url.substring(0, fragment);
    int colon = whole.indexOf("://");
    if (colon < 0) {
      return new HarUrl("", "", whole.isEmpty() ? "/" : whole);
    }
    String scheme = whole.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = whole.substring(colon + 3);
    int end = endOfAuthority(rest);
    String authority = rest.substring(0, end);
    String target = rest.substring(end);
    return new HarUrl(
        scheme,
        authority.substring(authority.lastIndexOf('@') + 1),
        target.startsWith("/") ? target : "/" + target);
  }

  private static int endOfAuthority(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      if (rest.charAt(i) == '/' || rest.charAt(i) == '?') {
        return i;
      }
    }
    return rest.length();
  }
}
