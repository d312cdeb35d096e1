package dev.concordat.wire.caller;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/// Where a provider listens.
///
/// @param isInsecure whether its certificate is taken as it is
public record Endpoint(String host, int port, boolean isTls, boolean isInsecure) {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /// The endpoint of an address.
  ///
  /// @throws IllegalArgumentException when it is none of `http` or `https`, or names no host
  public static Endpoint of(URI address, boolean isInsecure) {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    boolean isTls = scheme.equals("https");
    if (!isTls && !scheme.equals("http")) {
      boolean hasNone = !address.toString().contains("://");
      throw new IllegalArgumentException(
          "'"
              + address
              + "' is no address with http or https"
              + (hasNone ? "; did you mean http://" + address + "?" : ""));
    }
    if (address.getHost() == null) {
      throw new IllegalArgumentException("'" + address + "' names no host");
    }
    int standard = isTls ? HTTPS_PORT : HTTP_PORT;
    int port = address.getPort() < 0 ? standard : address.getPort();
    return new Endpoint(address.getHost(), port, isTls, isInsecure);
  }

  /// The value of the header `Host`: the port only where it is not the scheme's own (RFC 9110 section 7.2).
  public String hostHeader() {
    return port == (isTls ? HTTPS_PORT : HTTP_PORT) ? host : host + ":" + port;
  }

  /// The host without the brackets of an IPv6 literal.
  public String bareHost() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /// Whether it is on this machine, so that nobody else is disturbed. A name that cannot be resolved is not.
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(bareHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return (isTls ? "https://" : "http://") + hostHeader();
  }
}
