package dev.concordat.wire.http;

import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.fault.PlacedFault;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A consumer's connection and the one to the provider that continues it. Lives on one event loop thread.
final class Connection {
  private final SocketChannel consumer;
  private final Target target;
  private final Tap tap;
  private final Counters counters;
  private final RelayHandler fromConsumer = new RelayHandler(this, true);
  private final RelayHandler fromProvider = new RelayHandler(this, false);
  private int endedDirections;
  private boolean isOver;

  private final Opening opening;
  private final Disturbances disturbances;
  private @Nullable SocketChannel provider;
  private @Nullable DisturbedConnection disturbed;
  private @Nullable PlacedFault silencedBy;

  Connection(SocketChannel consumer, Target target, Tap tap, Counters counters, Opening opening) {
    this.opening = opening;
    this.disturbances = opening.disturbances();
    this.consumer = consumer;
    this.target = target;
    this.tap = tap;
    this.counters = counters;
  }

  /// Serves the consumer, unless a fault of opening wants something else.
  void open() {
    switch (opening.decide()) {
      case Opening.Decision.Refused() -> refuse();
      case Opening.Decision.Silent(PlacedFault by) -> silencedBy = by;
      case Opening.Decision.Swallowed(PlacedFault by) -> {
        silencedBy = by;
        // Nobody is there to take what comes; when the consumer ends, so does the connection.
        consumer.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, false);
        RelayHandler.readFrom(consumer, true);
      }
      case Opening.Decision.Served(Optional<SSLContext> tls, Duration late) -> {
        if (tls.isPresent() && opening.isClearToo()) {
          consumer
              .pipeline()
              .addLast(new FirstByte(isTls -> take(isTls ? tls : Optional.empty(), late)));
          var _ = consumer.read();
        } else {
          take(tls, late);
        }
      }
    }
  }

  private void take(Optional<SSLContext> tls, Duration late) {
    boolean isHttp2 = opening.isHttp2();
    Optional<SslHandler> secured = tls.map(context -> LinkTls.server(context, isHttp2));
    secured.ifPresent(handler -> consumer.pipeline().addLast(handler));
    consumer.pipeline().addLast(fromConsumer);
    if (late.isZero()) {
      serve(secured, isHttp2);
    } else {
      Runnable serving = () -> serve(secured, isHttp2);
      var _ = consumer.eventLoop().schedule(serving, late.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /// Where the consumer chooses between protocols it does so first: the provider is to speak the same.
  private void serve(Optional<SslHandler> secured, boolean isHttp2) {
    if (secured.isEmpty() || !isHttp2) {
      connect(LinkTls.HTTP_1);
      return;
    }
    SslHandler handler = secured.get();
    handler
        .handshakeFuture()
        .addListener(
            shaken -> {
              if (shaken.isSuccess()) {
                connect(LinkTls.agreed(handler));
              }
            });
    var _ = consumer.read();
  }

  private void refuse() {
    isOver = true;
    reset(consumer);
  }

  /// Rules were set or removed.
  void rulesChanged() {
    consumer.eventLoop().execute(this::lookAtRules);
  }

  private void lookAtRules() {
    PlacedFault silencer = silencedBy;
    if (silencer != null) {
      if (silencer.isRemoved()) {
        refuse();
      }
      return;
    }
    DisturbedConnection changed = disturbed();
    if (changed != null) {
      changed.changed();
    }
  }

  /// The connection as faults see it, once one was on; nothing while bytes are simply relayed. Connections of which one side has
  /// ended are left alone.
  @Nullable DisturbedConnection disturbed() {
    SocketChannel there = provider;
    if (disturbed == null
        && !disturbances.isQuiet()
        && there != null
        && endedDirections == 0
        && !isOver) {
      disturbed = new DisturbedConnection(consumer, there, tap, disturbances, target);
      disturbed.start();
      RelayHandler.readFrom(there, true);
      RelayHandler.readFrom(consumer, true);
    }
    return disturbed;
  }

  /// Connects to the provider; the consumer is not read from before that is done.
  private void connect(String protocol) {
    target
        .connect(consumer, fromProvider, protocol)
        .addListener(
            (ChannelFuture attempt) -> {
              if (attempt.isSuccess()) {
                connected((SocketChannel) attempt.channel());
              } else {
                notConnected(attempt.cause());
              }
            });
  }

  private void connected(SocketChannel there) {
    if (isOver) {
      reset(there);
      return;
    }
    provider = there;
    fromProvider.relayTo(consumer);
    fromConsumer.relayTo(there);
    RelayHandler.readFrom(there, true);
    RelayHandler.readFrom(consumer, true);
  }

  private void notConnected(Throwable cause) {
    counters.refused.increment();
    if (isOver) {
      return;
    }
    isOver = true;
    RefusedHandler refused = new RefusedHandler(tap, reason(cause));
    consumer.pipeline().addLast(refused).remove(fromConsumer);
    fromConsumer.giveEarlyTo(consumer.pipeline());
    RelayHandler.readFrom(consumer, true);
  }

  private static String reason(Throwable cause) {
    return switch (cause) {
      case ConnectTimeoutException timeout -> LinkFailure.CONNECTION_TIMED_OUT;
      case ConnectException refused -> LinkFailure.CONNECTION_REFUSED;
      default -> LinkFailure.CONNECTION_FAILED + cause.getMessage();
    };
  }

  /// Lets the tap read bytes that are about to be relayed; they stay as they are.
  void observe(ByteBuf bytes, boolean isRequest) {
    count(bytes, isRequest);
    if (tap.isOpaque()) {
      return;
    }
    int start = bytes.readerIndex();
    if (isRequest) {
      tap.request(bytes);
    } else {
      tap.response(bytes);
    }
    bytes.readerIndex(start);
  }

  void count(ByteBuf bytes, boolean isRequest) {
    (isRequest ? counters.requestBytes : counters.responseBytes).add(bytes.readableBytes());
  }

  /// One side sends no more (FIN). The other is told so after everything before it was written; when both have ended and
  /// all is written, the connection is over.
  void ended(SocketChannel to, boolean isRequest) {
    if (isRequest) {
      tap.requestsEnded();
    } else {
      tap.responsesEnded();
    }
    to.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> told(to));
  }

  private void told(SocketChannel to) {
    endedDirections++;
    if (endedDirections < 2) {
      endOutput(to);
      return;
    }
    isOver = true;
    tap.failed(LinkFailure.CLOSED);
    var _ = fromConsumer.peer().close();
    var _ = consumer.close();
  }

  /// One side broke off, or the link is being closed: the other side is reset as well, after what was still on its way to
  /// it.
  ///
  /// @param reason what went wrong, where it is known better than that
  void brokenOff(@Nullable Channel other, boolean byConsumer, Optional<String> reason) {
    if (disturbed != null) {
      disturbed.brokenOff(byConsumer, reason);
      return;
    }
    if (isOver) {
      return;
    }
    isOver = true;
    tap.failed(reason.orElseGet(() -> failure(byConsumer)));
    if (other != null) {
      other.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> reset(other));
    }
  }

  private String failure(boolean byConsumer) {
    if (target.isClosed()) {
      return LinkFailure.LINK_CLOSED;
    }
    return byConsumer ? LinkFailure.CONSUMER_RESET : LinkFailure.RESET;
  }

  /// Closes with a reset (RST) instead of an orderly end.
  static void reset(Channel channel) {
    if (channel.isOpen()) {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
    }
    // Past TLS, which would say goodbye first.
    var _ =
        channel.pipeline().firstContext() == null
            ? channel.close()
            : channel.pipeline().firstContext().close();
  }

  /// Sends FIN, and with TLS its goodbye before it (RFC 8446 section 6.1): without that a client takes the end for an attack.
  static void endOutput(SocketChannel channel) {
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    if (tls == null) {
      var _ = channel.shutdownOutput();
    } else {
      var _ = tls.closeOutbound().addListener(said -> fin(channel));
    }
  }

  private static void fin(SocketChannel channel) {
    var _ = channel.shutdownOutput();
  }
}
