package dev.concordat.standin.server;

import dev.concordat.standin.StandIn;
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
import java.util.ArrayList;
import java.util.List;

/// An HTTP/1.1 server for one stand-in, or for several whose paths do not meet. Listens on loopback only. Thread-safe.
public final class StandInServer implements AutoCloseable {
  /// Requests with larger bodies, in bytes, are refused with 413.
  private static final int MAX_REQUEST = 10 << 20;

  /// Longer request lines, in bytes, are refused with 414.
  private static final int MAX_LINE = 64 << 10;

  /// More header bytes are refused with 431.
  private static final int MAX_HEADERS = 64 << 10;

  private static final int MAX_CHUNK = 8 << 10;
  private static final int MAX_MEETINGS = 5;

  private final Channel listener;
  private final ChannelGroup consumers;
  private final String adminPath;

  private StandInServer(Channel listener, ChannelGroup consumers, String adminPath) {
    this.listener = listener;
    this.consumers = consumers;
    this.adminPath = adminPath;
  }

  /// The operations of two of the stand-ins that one request could mean, as sentences; none where all can share a port.
  public static List<String> meetings(List<StandIn> standIns) {
    var meetings = new ArrayList<String>();
    for (int i = 0; i < standIns.size(); i++) {
      for (int j = i + 1; j < standIns.size(); j++) {
        meetings.addAll(
            Together.meetings(
                standIns.get(i).contract(), standIns.get(j).contract(), MAX_MEETINGS));
      }
    }
    return meetings;
  }

  /// Opens a server; it answers when this returns.
  ///
  /// @param standIns at least one, and none that meet
  /// @param port 0 for a free one
  /// @throws IOException when the port is taken
  public static StandInServer open(List<StandIn> standIns, int port, EventLoops loops)
      throws IOException {
    var dispatch = new Dispatch(standIns);
    ChannelGroup consumers = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
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
                    consumers.add(consumer);
                    consumer
                        .pipeline()
                        .addLast(
                            new HttpServerCodec(MAX_LINE, MAX_HEADERS, MAX_CHUNK),
                            new HttpObjectAggregator(MAX_REQUEST))
                        .addLast(new RequestHandler(dispatch));
                  }
                });
    ChannelFuture bound =
        bootstrap.bind(InetAddress.getLoopbackAddress(), port).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException("port " + port + " is taken", bound.cause());
    }
    return new StandInServer(bound.channel(), consumers, dispatch.adminPath());
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /// `http://127.0.0.1:8080`.
  public String url() {
    return "http://127.0.0.1:" + address().getPort();
  }

  /// The path below which state and rules are; no contract has any below it.
  public String adminPath() {
    return adminPath;
  }

  @Override
  public void close() {
    listener.close().awaitUninterruptibly();
    consumers.close().awaitUninterruptibly();
  }
}
