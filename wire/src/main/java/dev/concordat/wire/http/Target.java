package dev.concordat.wire.http;

import dev.concordat.wire.capture.EventLoops;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.util.Optional;

/// Where a link leads. May move while connections are open.
final class Target {
  private static final int CONNECT_MILLIS = 10_000;

  private final EventLoops loops;
  private volatile InetSocketAddress address;
  private volatile boolean isClosed;

  private final Optional<LinkTls.Expected> tls;

  Target(InetSocketAddress address, EventLoops loops, Optional<LinkTls.Expected> tls) {
    this.tls = tls;
    this.address = address;
    this.loops = loops;
  }

  void move(InetSocketAddress elsewhere) {
    address = elsewhere;
  }

  /// The link is going away: connections that end from now on were ended by us.
  void close() {
    isClosed = true;
  }

  boolean isClosed() {
    return isClosed;
  }

  /// How the provider wants TLS, if it does.
  Optional<LinkTls.Expected> tls() {
    return tls;
  }

  /// Connects on the consumer's own event loop, so that both halves of a connection need no locks.
  ///
  /// @param protocol that TLS is to agree on
  ChannelFuture connect(Channel consumer, ChannelHandler handler, String protocol) {
    InetSocketAddress there = address;
    return new Bootstrap()
        .group(consumer.eventLoop())
        .channel(loops.clientChannel())
        .option(ChannelOption.ALLOCATOR, HttpLink.allocator())
        .option(ChannelOption.AUTO_READ, false)
        .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
        .option(ChannelOption.WRITE_BUFFER_WATER_MARK, HttpLink.waterMark())
        .handler(tls.isEmpty() ? handler : secured(tls.get(), there.getPort(), handler, protocol))
        .connect(there);
  }

  private static ChannelHandler secured(
      LinkTls.Expected provider, int port, ChannelHandler handler, String protocol) {
    return new ChannelInitializer<SocketChannel>() {
      @Override
      protected void initChannel(SocketChannel channel) {
        channel.pipeline().addLast(LinkTls.client(provider, port, protocol), handler);
      }
    };
  }
}
