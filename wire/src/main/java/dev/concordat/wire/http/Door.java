package dev.concordat.wire.http;

import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.Refuse;
import dev.concordat.wire.fault.Schedule;
import dev.concordat.wire.fault.UnansweredConnect;
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
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where a link listens, and the consumers that came in. It is shut while a fault refuses all connections, or full while one answers
/// none, and opens again at the same place, which it holds meanwhile. Thread-safe.
final class Door implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final LinkSettings settings;
  private final ServerBootstrap bootstrap;
  private final ChannelGroup consumers;
  private final InetSocketAddress address;
  private final Optional<HeldPort> held;
  private Channel listener;
  private @Nullable FullPort full;
  private final AtomicBoolean isClosed;

  private Door(
      LinkSettings settings,
      ServerBootstrap bootstrap,
      ChannelGroup consumers,
      Optional<HeldPort> held,
      Channel listener,
      AtomicBoolean isClosed) {
    this.isClosed = isClosed;
    this.settings = settings;
    this.bootstrap = bootstrap;
    this.consumers = consumers;
    this.held = held;
    this.listener = listener;
    this.address = (InetSocketAddress) listener.localAddress();
  }

  /// @param take serves a consumer, on its event loop
  static Door open(
      LinkName name, EventLoops loops, LinkSettings settings, Consumer<SocketChannel> take)
      throws IOException {
    ChannelGroup consumers = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    AtomicBoolean isClosed = new AtomicBoolean();
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops.group())
            .channel(loops.serverChannel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.ALLOCATOR, HttpLink.allocator())
            .childOption(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, HttpLink.waterMark())
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel consumer) {
                    consumers.add(consumer);
                    if (isClosed.get()) {
                      var _ = consumer.close(); // came in while the link went away
                    } else {
                      take.accept(consumer);
                    }
                  }
                });
    var wanted = new InetSocketAddress(settings.host(), settings.port());
    Optional<HeldPort> held = HeldPort.at(wanted);
    ChannelFuture bound =
        bootstrap
            .bind(settings.host(), held.map(HeldPort::port).orElse(settings.port()))
            .awaitUninterruptibly();
    if (!bound.isSuccess() && held.isPresent()) {
      held.get().close();
      held = Optional.empty();
      bound = bootstrap.bind(wanted).awaitUninterruptibly();
    }
    if (!bound.isSuccess()) {
      throw new IOException(
          "the link "
              + name
              + " cannot listen on "
              + settings.host().getHostAddress()
              + ":"
              + settings.port(),
          bound.cause());
    }
    return new Door(settings, bootstrap, consumers, held, bound.channel(), isClosed);
  }

  InetSocketAddress address() {
    return address;
  }

  /// Shuts or opens, as the rules say that are on now.
  synchronized void rulesChanged() {
    if (isClosed.get()) {
      return;
    }
    boolean isWantedShut = settings.disturbances().placed().stream().anyMatch(Door::refusesAll);
    boolean isWantedFull =
        !isWantedShut && settings.disturbances().placed().stream().anyMatch(Door::answersNobody);
    if (full != null && !isWantedFull) {
      full.close();
      full = null;
    }
    if ((isWantedShut || isWantedFull) && listener.isOpen()) {
      Listening.end(listener);
      consumers.close().awaitUninterruptibly();
    } else if (!isWantedShut && !isWantedFull && !listener.isOpen()) {
      ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
      if (!bound.isSuccess()) {
        throw new IllegalStateException(
            "port " + address.getPort() + " was taken by somebody else meanwhile", bound.cause());
      }
      listener = bound.channel();
    }
    if (isWantedFull && full == null) {
      fill();
    }
  }

  private void fill() {
    try {
      full = FullPort.at(bootstrap, address);
    } catch (IOException e) {
      throw new IllegalStateException(
          "port " + address.getPort() + " cannot be made to answer nobody: " + e.getMessage(), e);
    }
  }

  private static boolean answersNobody(PlacedFault placed) {
    return placed.rule().fault() instanceof UnansweredConnect;
  }

  private static boolean refusesAll(PlacedFault placed) {
    return placed.rule().fault() instanceof Refuse
        && placed.rule().schedule().equals(Schedule.ALWAYS);
  }

  @Override
  public synchronized void close() {
    isClosed.set(true);
    if (full != null) {
      full.close();
    }
    Listening.end(listener);
    consumers.close().awaitUninterruptibly();
    held.ifPresent(HeldPort::close);
  }
}
