package dev.concordat.registry.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Finds the address that a call goes to, and refuses those by which somebody outside could reach into a network: this
/// machine, private and link-local networks, and everything else that is not public (IANA special-purpose registries,
/// RFC 6890). The address that was checked is the one that is called, so an answer of DNS that changes helps nobody.
final class TargetAddress {
  private TargetAddress() {}

  /// An IPv4 network.
  private record Network(int first, int second, int bits) {
    boolean holds(int address) {
      int start = first << 24 | second << 16;
      int mask = bits == 0 ? 0 : -1 << (32 - bits);
      return (address & mask) == (start & mask);
    }
  }

  private static final List<Network> RESERVED =
      List.of(
          new Network(0, 0, 8),
          new Network(10, 0, 8),
          new Network(100, 64, 10),
          new Network(127, 0, 8),
          new Network(169, 254, 16),
          new Network(172, 16, 12),
          new Network(192, 0, 24),
          new Network(192, 168, 16),
          new Network(198, 18, 15),
          new Network(224, 0, 4),
          new Network(240, 0, 4));

  /// The address of a host.
  ///
  /// @param mayBePrivate whether somebody allowed this host by its name
  /// @throws RefusedTarget when one of its addresses is not public, or it has none
  static InetAddress of(String host, boolean mayBePrivate) throws RefusedTarget {
    InetAddress[] addresses;
    try {
      addresses = InetAddress.getAllByName(host);
    } catch (UnknownHostException _) {
      throw new RefusedTarget("there is no host " + host);
    }
    if (!mayBePrivate) {
      for (InetAddress address : addresses) {
        if (!isPublic(address)) {
          throw new RefusedTarget(
              "the host "
                  + host
                  + " has an address that is not public; it may be called when the registry allows it by name");
        }
      }
    }
    return addresses[0];
  }

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic(number(bytes, 0)) : isPublicVersion6(bytes);
  }

  private static boolean isPublic(int address) {
    return RESERVED.stream().noneMatch(network -> network.holds(address));
  }

  private static boolean isPublicVersion6(byte[] bytes) {
    int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    boolean isUniqueLocal = (bytes[0] & 0xfe) == 0xfc;
    if (isUniqueLocal || first == 0x100 || first == 0) {
      return false;
    }
    int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    if (first == 0x2001 && second < 0x200) {
      // Teredo and other protocol assignments carry or hide other addresses.
      return false;
    }
    if (first == 0x2002) {
      return isPublic(number(bytes, 2));
    }
    boolean isTranslated = first == 0x64 && second == 0xff9b;
    boolean isEmbedded = isTranslated && Arrays.equals(bytes, 4, 12, new byte[8], 0, 8);
    return !isTranslated || (isEmbedded && isPublic(number(bytes, 12)));
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }
}
