package dev.concordat.wire.http;

import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.fault.Disturbances;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The place between a consumer and a provider that speak HTTP/1.1 or HTTP/2. The consumer is given {@link #address()} instead of
/// the provider's; every byte is relayed unchanged, half-closes and resets included, and what passes is read along and told
/// as exchanges. Whatever is neither is relayed all the same. While faults are on ({@link #disturbances()}), they do to bytes
/// and messages what they say, and exchanges tell what each end got.
///
/// **When a consumer has received a response's last byte, its exchange is already in the sink**: nobody needs to wait for
/// observations.
///
/// Thread-safe. Listens on loopback unless told otherwise.
public final class HttpLink implements AutoCloseable {
  private static final int LOW_WATER_BYTES = 64 << 10;
  private static final int HIGH_WATER_BYTES = 256 << 10;

  private final Door door;
  private final Counters counters;
  private final Target target;
  private final Disturbances disturbances;

  private final AtomicReference<LinkWatch> watch;
  private final AtomicBoolean http2;

  private HttpLink(
      Door door,
      Counters counters,
      Target target,
      Disturbances disturbances,
      AtomicReference<LinkWatch> watch,
      AtomicBoolean http2) {
    this.watch = watch;
    this.http2 = http2;
    this.door = door;
    this.counters = counters;
    this.target = target;
    this.disturbances = disturbances;
  }

  /// Opens a link on a free port. The provider need not be there yet: it is connected to for each connection that the
  /// consumer opens.
  public static HttpLink open(LinkName name, InetSocketAddress provider, Wiring wiring)
      throws IOException {
    var disturbances = new Disturbances(name.toString().hashCode());
    return open(name, provider, wiring, LinkSettings.of(disturbances));
  }

  /// Opens a link as the settings say.
  public static HttpLink open(
      LinkName name, InetSocketAddress provider, Wiring wiring, LinkSettings settings)
      throws IOException {
    Counters counters = new Counters();
    Target target = new Target(provider, wiring.loops(), settings.tls().provider());
    Disturbances disturbances = settings.disturbances();
    if (!settings.isReadAsHttp()) {
      disturbances.hasNoMessages();
    }
    AtomicReference<LinkWatch> watch = new AtomicReference<>(LinkWatch.NOBODY);
    AtomicLong numbers = new AtomicLong();
    LinkTls tls = settings.tls();
    var http2 = new AtomicBoolean(tls.isHttp2());
    var opening = new Opening(disturbances, tls.shown(), http2, tls.isClearToo());
    Set<Connection> connections = ConcurrentHashMap.newKeySet();
    Consumer<SocketChannel> take =
        consumer -> {
          counters.connections.increment();
          var watched = new WatchedConnection(numbers.incrementAndGet(), watch::get);
          watched.opened();
          consumer.pipeline().addLast(watched);
          Tap tap = new Tap(name, wiring, counters, watched::requested);
          if (!settings.isReadAsHttp()) {
            tap.ignore();
          }
          var connection = new Connection(consumer, target, tap, counters, opening);
          connections.add(connection);
          consumer.closeFuture().addListener(closed -> connections.remove(connection));
          connection.open();
        };
    Door door = Door.open(name, wiring.loops(), settings, take);
    disturbances.onChange(
        () -> {
          door.rulesChanged();
          connections.forEach(Connection::rulesChanged);
        });
    door.rulesChanged();
    return new HttpLink(door, counters, target, disturbances, watch, http2);
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
    return door.address();
  }

  /// The faults on the link, which may be set and removed at any time.
  public Disturbances disturbances() {
    return disturbances;
  }

  /// Connections from now on go to another address; open ones stay where they are.
  public void retarget(InetSocketAddress provider) {
    target.move(provider);
  }

  /// Whether consumers behind TLS are offered HTTP/2 from now on: for when it shows what the provider speaks.
  public void offerHttp2(boolean isOffered) {
    http2.set(isOffered);
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
    door.close();
  }
}
