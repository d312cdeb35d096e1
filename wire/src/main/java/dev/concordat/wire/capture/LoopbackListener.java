package dev.concordat.wire.capture;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/// A port of this machine that takes TCP connections, and all connections that were taken. Thread-safe.
public final class LoopbackListener implements AutoCloseable {
  private final Channel channel;
  private final ChannelGroup taken;

  private LoopbackListener(Channel channel, ChannelGroup taken) {
    this.channel = channel;
    this.taken = taken;
  }

  /// Takes connections when this returns.
  ///
  /// @param port 0 for a free one
  /// @param prepare adds the handlers of a connection that was taken
  /// @throws IOException when the port is taken
  public static LoopbackListener open(int port, EventLoops loops, Consumer<SocketChannel> prepare)
      throws IOException {
    ChannelGroup taken = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops.group())
            .channel(loops.serverChannel())
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel consumer) {
                    taken.add(consumer);
                    prepare.accept(consumer);
                  }
                });
    ChannelFuture bound =
        bootstrap.bind(InetAddress.getLoopbackAddress(), port).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException("port " + port + " is taken", bound.cause());
    }
    return new LoopbackListener(bound.channel(), taken);
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) channel.localAddress();
  }

  /// Takes no more, and closes all that were taken.
  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
    taken.close().awaitUninterruptibly();
  }
}
