package dev.concordat.wire.fault;

/// The client's first TLS message is taken and never answered. For links with TLS only.
public record StalledHandshake() implements ConnectFault {
  @Override
  public String name() {
    return "stalled-handshake";
  }
}
