package dev.concordat.wire.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.util.concurrent.TimeUnit;

/// The consumer's side of a connection that the provider refused. The consumer would have been refused at once; as it was
/// not, its request is read, so that the exchange can be told, and then the connection is reset.
final class RefusedHandler extends ChannelInboundHandlerAdapter {
  /// How long a consumer may take to send its request.
  private static final int PATIENCE_MILLIS = 1_000;

  private final Tap tap;
  private final String reason;
  private boolean isOver;

  RefusedHandler(Tap tap, String reason) {
    this.tap = tap;
    this.reason = reason;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    if (tap.isOpaque()) {
      end(context); // nothing is read here
      return;
    }
    var _ = context.executor().schedule(() -> end(context), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    tap.request(bytes);
    bytes.release();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (tap.hasWholeRequest() || tap.isOpaque()) {
      end(context);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      end(context);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end(context);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    end(context);
  }

  private void end(ChannelHandlerContext context) {
    if (!isOver) {
      isOver = true;
      tap.failed(reason);
      Connection.reset(context.channel());
    }
  }
}
