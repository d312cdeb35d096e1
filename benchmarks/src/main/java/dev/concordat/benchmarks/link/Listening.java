package dev.concordat.benchmarks.link;

import dev.concordat.wire.capture.EventLoops;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/// A provider on a free port and one event loop, which it tells on standard output; it ends when its standard input does.
final class Listening {
  private static final int BACKLOG = 1024;

  private Listening() {}

  /// Listens until then.
  ///
  /// @param pipeline what a connection is read and answered by
  static void untilInputEnds(Consumer<SocketChannel> pipeline)
      throws IOException, InterruptedException {
    try (EventLoops loops = EventLoops.open(1)) {
      Channel server =
          new ServerBootstrap()
              .group(loops.group())
              .channel(loops.serverChannel())
              .option(ChannelOption.SO_BACKLOG, BACKLOG)
              .childOption(ChannelOption.TCP_NODELAY, true)
              .childHandler(
                  new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                      pipeline.accept(channel);
                    }
                  })
              .bind(InetAddress.getLoopbackAddress(), 0)
              .sync()
              .channel();
      System.out.println(((InetSocketAddress) server.localAddress()).getPort());
      System.in.read();
    }
  }
}
