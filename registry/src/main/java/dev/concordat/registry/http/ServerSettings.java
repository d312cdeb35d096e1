package dev.concordat.registry.http;

/// Where and how a registry listens.
///
/// @param host an address of this machine; loopback unless somebody says otherwise
/// @param port 0 for any that is free
/// @param maxBody bytes of a request's body; larger ones get 413
public record ServerSettings(String host, int port, long maxBody) {
  /// Larger than every contract seen so far.
  public static final long MAX_BODY = 64L << 20;

  /// On loopback, any free port.
  public static final ServerSettings LOOPBACK = new ServerSettings("127.0.0.1", 0, MAX_BODY);
}
