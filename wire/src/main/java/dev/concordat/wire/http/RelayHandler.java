package dev.concordat.wire.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes what one side sends to the other, as fast as the other takes it: a side whose peer is full is not read from.
final class RelayHandler extends ChannelInboundHandlerAdapter {
  private final Connection connection;
  private final boolean isRequest;

  /// What came before the peer was there: with epoll an ended side is read from even when nobody asked.
  private final ArrayDeque<Object> early = new ArrayDeque<>(0);

  private boolean isEnded;
  private @Nullable SocketChannel peer;

  RelayHandler(Connection connection, boolean isRequest) {
    this.connection = connection;
    this.isRequest = isRequest;
  }

  void relayTo(SocketChannel other) {
    peer = other;
    DisturbedConnection disturbed = connection.disturbed();
    while (!early.isEmpty()) {
      Object next = early.removeFirst();
      if (disturbed != null) {
        if (next instanceof ByteBuf bytes) {
          connection.count(bytes, isRequest);
          disturbed.arrived(bytes, isRequest);
        } else {
          disturbed.ended(isRequest);
        }
      } else if (next instanceof ByteBuf bytes) {
        connection.observe(bytes, isRequest);
        var _ = other.write(bytes, other.voidPromise());
      } else {
        connection.ended(other, isRequest);
      }
    }
    other.flush();
  }

  /// For a connection that cannot be relayed: passes on what came early.
  void giveEarlyTo(ChannelPipeline pipeline) {
    while (!early.isEmpty()) {
      if (early.removeFirst() instanceof ByteBuf bytes) {
        pipeline.fireChannelRead(bytes);
      } else {
        pipeline.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
      }
    }
    pipeline.fireChannelReadComplete();
  }

  Channel peer() {
    return Objects.requireNonNull(peer);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    SocketChannel other = peer;
    if (other == null) {
      early.add(bytes);
      return;
    }
    DisturbedConnection disturbed = connection.disturbed();
    if (disturbed != null) {
      connection.count(bytes, isRequest);
      disturbed.arrived(bytes, isRequest);
      return;
    }
    connection.observe(bytes, isRequest);
    var _ = other.write(bytes, other.voidPromise());
    if (!other.isWritable()) {
      context.channel().config().setAutoRead(false);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (peer != null) {
      peer.flush();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (peer != null && connection.disturbed() == null) {
      readFrom(peer, context.channel().isWritable());
    }
  }

  /// Asks for bytes or for none. A side that has ended is never asked: it has nothing more to say.
  static void readFrom(SocketChannel side, boolean isWanted) {
    if (!side.isInputShutdown()) {
      side.config().setAutoRead(isWanted);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE && !isEnded) {
      isEnded = true;
      DisturbedConnection disturbed = connection.disturbed();
      if (peer == null) {
        early.add(event);
      } else if (disturbed != null) {
        disturbed.ended(isRequest);
      } else {
        connection.ended(peer, isRequest);
      }
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    connection.brokenOff(peer, isRequest, isRequest ? Optional.empty() : LinkFailure.ofTls(cause));
    var _ = context.close();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    connection.brokenOff(peer, isRequest, Optional.empty());
    early.forEach(
        item -> {
          if (item instanceof ByteBuf bytes) {
            bytes.release();
          }
        });
    early.clear();
  }
}
