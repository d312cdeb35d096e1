package dev.concordat.wire.http;

import dev.concordat.wire.fault.Disturbances;
import java.net.InetAddress;

/// How a link is opened.
///
/// @param host where it listens; the loopback address unless told otherwise
/// @param port 0 for a free one
/// @param disturbances the faults that are, or will be, on the link, and on no other
/// @param isReadAsHttp whether what passes is read as HTTP/1.1; if not, there are no exchanges and no faults of messages
/// @param tls whether it speaks TLS
public record LinkSettings(
    InetAddress host, int port, Disturbances disturbances, boolean isReadAsHttp, LinkTls tls) {
  /// A free port on loopback, read as HTTP.
  public static LinkSettings of(Disturbances disturbances) {
    return new LinkSettings(InetAddress.getLoopbackAddress(), 0, disturbances, true, LinkTls.NONE);
  }

  public LinkSettings at(InetAddress otherHost, int otherPort) {
    return new LinkSettings(otherHost, otherPort, disturbances, isReadAsHttp, tls);
  }

  /// Speaks TLS.
  public LinkSettings with(LinkTls other) {
    return new LinkSettings(host, port, disturbances, isReadAsHttp, other);
  }

  /// The bytes are relayed unread, whatever they are.
  public LinkSettings unread() {
    return new LinkSettings(host, port, disturbances, false, tls);
  }
}
