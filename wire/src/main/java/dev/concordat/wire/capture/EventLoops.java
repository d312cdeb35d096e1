package dev.concordat.wire.capture;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/// The threads on which links relay: Linux's epoll where its native library loads, Java's selectors elsewhere. One per
/// Concordat process is enough. Closing waits for the work in hand, at most {@value #CLOSE_MILLIS} ms.
public final class EventLoops implements AutoCloseable {
  private static final int CLOSE_MILLIS = 2_000;

  private final EventLoopGroup group;
  private final boolean isNative;

  private EventLoops(int threads, boolean isNative) {
    this.isNative = isNative;
    IoHandlerFactory handlers = isNative ? ReturningEpoll.newFactory() : NioIoHandler.newFactory();
    this.group =
        new MultiThreadIoEventLoopGroup(
            threads, new DefaultThreadFactory("concordat-wire", true), handlers);
  }

  /// A thread for every two processors, at least one: the systems under test need the rest.
  public static EventLoops open() {
    return open(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
  }

  public static EventLoops open(int threads) {
    return new EventLoops(threads, Epoll.isAvailable());
  }

  /// Loops on Java's own selectors, whatever the platform offers.
  public static EventLoops portable(int threads) {
    return new EventLoops(threads, false);
  }

  public EventLoopGroup group() {
    return group;
  }

  public Class<? extends ServerSocketChannel> serverChannel() {
    return isNative ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
  }

  public Class<? extends SocketChannel> clientChannel() {
    return isNative ? EpollSocketChannel.class : NioSocketChannel.class;
  }

  /// Whether Linux's epoll is used.
  public boolean isNative() {
    return isNative;
  }

  @Override
  public void close() {
    group
        .shutdownGracefully(0, CLOSE_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(CLOSE_MILLIS);
  }
}
