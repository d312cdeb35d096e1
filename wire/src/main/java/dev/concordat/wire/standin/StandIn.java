package dev.concordat.wire.standin;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.wire.capture.EventLoops;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// An HTTP/1.1 server that answers as an OpenAPI contract says: the documented example of an operation's first success, or
/// a value made for its schema. A request that the contract does not allow gets 404, 405 or 400 with a problem (RFC 9457)
/// that names the sentence it breaks. It keeps no state: what was created is not found again.
///
/// Thread-safe. Listens on loopback only.
public final class StandIn implements AutoCloseable {
  private static final int REQUEST_BYTES = 10 << 20;

  private final Channel listener;
  private final ChannelGroup consumers;

  private StandIn(Channel listener, ChannelGroup consumers) {
    this.listener = listener;
    this.consumers = consumers;
  }

  /// Opens a stand-in on a free port; it answers when this returns.
  ///
  /// @param system the name of the system that it speaks for
  public static StandIn open(
      String system, OpenApiContract contract, AnswerSource values, EventLoops loops)
      throws IOException {
    Answers answers = new Answers(system, contract, values);
    ChannelGroup consumers = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops.group())
            .channel(loops.serverChannel())
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel consumer) {
                    consumers.add(consumer);
                    consumer
                        .pipeline()
                        .addLast(new HttpServerCodec(), new HttpObjectAggregator(REQUEST_BYTES))
                        .addLast(new AnswerHandler(answers));
                  }
                });
    ChannelFuture bound =
        bootstrap.bind(InetAddress.getLoopbackAddress(), 0).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException("the stand-in for " + system + " cannot listen", bound.cause());
    }
    return new StandIn(bound.channel(), consumers);
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  @Override
  public void close() {
    listener.close().awaitUninterruptibly();
    consumers.close().awaitUninterruptibly();
  }
}
