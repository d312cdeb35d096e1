package dev.concordat.wire.http;

import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.Wiring;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// The place between a consumer and a provider that speak HTTP/1.1. The consumer is given {@link #address()} instead of
/// the provider's; every byte is relayed unchanged, half-closes and resets included, and what passes is read along and told
/// as exchanges. Whatever is not HTTP/1.1 is relayed all the same.
///
/// **When a consumer has received a response's last byte, its exchange is already in the sink**: nobody needs to wait for
/// observations.
///
/// Thread-safe. Listens on loopback only.
public final class HttpLink implements AutoCloseable {
  private static final int LOW_WATER_BYTES = 64 << 10;
  private static final int HIGH_WATER_BYTES = 256 << 10;
  private static final int BACKLOG = 1024;

  private final Channel listener;
  private final Counters counters;
  private final ChannelGroup consumers;
  private final Target target;
  private final AtomicReference<LinkWatch> watch;

  private HttpLink(
      Channel listener,
      Counters counters,
      ChannelGroup consumers,
      Target target,
      AtomicReference<LinkWatch> watch) {
    this.watch = watch;
    this.listener = listener;
    this.counters = counters;
    this.consumers = consumers;
    this.target = target;
  }

  /// Opens a link on a free port. The provider need not be there yet: it is connected to for each connection that the
  /// consumer opens.
  public static HttpLink open(LinkName name, InetSocketAddress provider, Wiring wiring)
      throws IOException {
    Counters counters = new Counters();
    Target target = new Target(provider, wiring.loops());
    ChannelGroup consumers = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    AtomicReference<LinkWatch> watch = new AtomicReference<>(LinkWatch.NOBODY);
    AtomicLong numbers = new AtomicLong();
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(wiring.loops().group())
            .channel(wiring.loops().serverChannel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.ALLOCATOR, allocator())
            .childOption(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark())
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel consumer) {
                    consumers.add(consumer);
                    counters.connections.increment();
                    var watched = new WatchedConnection(numbers.incrementAndGet(), watch::get);
                    watched.opened();
                    consumer.pipeline().addLast(watched);
                    Tap tap = new Tap(name, wiring, counters, watched::requested);
                    new Connection(consumer, target, tap, counters).open();
                  }
                });
    ChannelFuture bound =
        bootstrap.bind(InetAddress.getLoopbackAddress(), 0).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException("the link " + name + " cannot listen on loopback", bound.cause());
    }
    return new HttpLink(bound.channel(), counters, consumers, target, watch);
  }

  /// Costs a seventh less for relaying than Netty's default, measured by `benchmarks/link.sh`.
  static ByteBufAllocator allocator() {
    return PooledByteBufAllocator.DEFAULT;
  }

  static WriteBufferWaterMark waterMark() {
    return new WriteBufferWaterMark(LOW_WATER_BYTES, HIGH_WATER_BYTES);
  }

  /// Where the consumer finds the provider.
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /// Connections from now on go to another address; open ones stay where they are.
  public void retarget(InetSocketAddress provider) {
    target.move(provider);
  }

  /// From now on this one is told what happens on connections, those that are open among them; it replaces the last.
  public void watch(LinkWatch watcher) {
    watch.set(watcher);
  }

  public LinkCounts counts() {
    return counters.now();
  }

  /// Stops listening and ends all connections. Exchanges in flight are told as failed.
  @Override
  public void close() {
    target.close();
    listener.close().awaitUninterruptibly();
    consumers.close().awaitUninterruptibly();
  }
}
