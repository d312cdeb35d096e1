package dev.concordat.wire.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.util.function.Consumer;

/// Waits for a consumer's first byte, which tells whether it speaks TLS; then whoever serves it has taken its place.
final class FirstByte extends ChannelInboundHandlerAdapter {
  /// The first byte of a TLS record with a handshake (RFC 8446 section 5.1); no request of HTTP begins with it.
  private static final int HANDSHAKE = 0x16;

  private final Consumer<Boolean> serve;

  /// @param serve adds to the pipeline what serves the consumer; told whether that is TLS
  FirstByte(Consumer<Boolean> serve) {
    this.serve = serve;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    if (!bytes.isReadable()) {
      bytes.release();
      var _ = context.read();
      return;
    }
    serve.accept(bytes.getUnsignedByte(bytes.readerIndex()) == HANDSHAKE);
    context.fireChannelRead(bytes);
    context.pipeline().remove(this);
  }

  /// A consumer that ends without a word is served by nobody.
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      var _ = context.close();
    }
  }
}
