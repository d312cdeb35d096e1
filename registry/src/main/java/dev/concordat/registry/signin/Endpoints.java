package dev.concordat.registry.signin;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Addresses to which secrets may be sent: by TLS, or on this machine.
final class Endpoints {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private Endpoints() {}

  static boolean isSafe(@Nullable URI address) {
    if (address == null || address.getScheme() == null || address.getHost() == null) {
      return false;
    }
    return switch (address.getScheme().toLowerCase(Locale.ROOT)) {
      case "https" -> true;
      case "http" -> LOOPBACK.contains(address.getHost().toLowerCase(Locale.ROOT));
      default -> false;
    };
  }
}
