package dev.concordat.wire.http;

import dev.concordat.model.exchange.Header;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.util.List;
import java.util.function.Supplier;

/// Stands first on a consumer's connection and tells when it begins and ends, whatever relays or disturbs it behind.
final class WatchedConnection extends ChannelInboundHandlerAdapter {
  private final long number;
  private final Supplier<LinkWatch> watch;
  private boolean isEnded;

  WatchedConnection(long number, Supplier<LinkWatch> watch) {
    this.number = number;
    this.watch = watch;
  }

  void opened() {
    watch.get().saw(new LinkEvent.Opened(number, System.nanoTime()));
  }

  void requested(long nanos, String method, String target, List<Header> headers) {
    watch.get().saw(new LinkEvent.Requested(number, nanos, method, target, List.copyOf(headers)));
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      ended();
    }
    context.fireUserEventTriggered(event);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    ended();
    context.fireExceptionCaught(cause);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    watch.get().saw(new LinkEvent.Closed(number, System.nanoTime()));
    context.fireChannelInactive();
  }

  private void ended() {
    if (!isEnded) {
      isEnded = true;
      watch.get().saw(new LinkEvent.ConsumerEnded(number, System.nanoTime()));
    }
  }
}
