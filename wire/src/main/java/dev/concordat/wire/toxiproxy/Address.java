package dev.concordat.wire.toxiproxy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/// Addresses as Toxiproxy has them: `127.0.0.1:6379`, `:6379`, `[::]:6379`.
final class Address {
  private static final int MAX_PORT = 65_535;

  private Address() {}

  /// @throws Refused when it is no address, or its host is not known
  static InetSocketAddress of(String text) throws Refused {
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    if (colon < 0 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > MAX_PORT) {
      throw Refused.bad("an address is host:port, but this is '" + text + "'");
    }
    String host = text.substring(0, colon).replaceAll("^\\[|]$", "");
    try {
      InetAddress known = InetAddress.getByName(host.isEmpty() ? "0.0.0.0" : host);
      return new InetSocketAddress(known, Integer.parseInt(port));
    } catch (UnknownHostException e) {
      throw Refused.bad("the host of '" + text + "' is not known");
    }
  }

  static String text(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
