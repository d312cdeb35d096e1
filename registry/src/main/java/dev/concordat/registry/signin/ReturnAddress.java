package dev.concordat.registry.signin;

import java.net.URI;
import java.net.URISyntaxException;

/// Where somebody goes who signed in: a page of this registry, whatever the address of the request said.
final class ReturnAddress {
  private static final String FIRST = "/ui";
  private static final int MAX_LENGTH = 2_000;

  private ReturnAddress() {}

  /// The wanted path and query, or else the first page.
  static String of(String wanted) {
    boolean isPage =
        wanted.equals(FIRST) || wanted.startsWith(FIRST + "/") || wanted.startsWith(FIRST + "?");
    if (!isPage || wanted.length() > MAX_LENGTH) {
      return FIRST;
    }
    try {
      URI address = new URI(wanted);
      boolean isOurs =
          address.getScheme() == null
              && address.getRawAuthority() == null
              && address.getRawFragment() == null
              && address.normalize().getRawPath().startsWith(FIRST);
      return isOurs ? address.toASCIIString() : FIRST;
    } catch (URISyntaxException _) {
      return FIRST;
    }
  }
}
