package dev.concordat.standin.http;

import dev.concordat.wire.fault.Act;
import dev.concordat.wire.fault.Answer;
import dev.concordat.wire.fault.DeliveryFault;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/// Writes one answer, or what a fault makes of it. Used by the connection's event loop.
final class Delivery {
  private static final String HEAD_END = "\r\n\r\n";

  private final ChannelHandlerContext context;
  private final Served served;
  private final Expected expected;
  private final Runnable then;

  /// @param then runs when the answer is written, if the connection goes on
  Delivery(ChannelHandlerContext context, Served served, Expected expected, Runnable then) {
    this.context = context;
    this.served = served;
    this.expected = expected;
    this.then = then;
  }

  void begin() {
    if (served.disturbance().fault().isEmpty()) {
      whole();
    } else {
      DeliveryFault fault = served.disturbance().fault().get();
      // The same request is disturbed in the same way.
      var random = new SplittableRandom(expected.target().hashCode());
      go(fault.deliver(answer(), random).iterator());
    }
  }

  private void whole() {
    boolean isUsual = !expected.isHead() && !expected.isLast();
    byte[] written = isUsual ? served.written() : ResponseBytes.of(served, expected);
    ended(context.pipeline().firstContext().write(Unpooled.wrappedBuffer(written)));
  }

  private void ended(ChannelFuture written) {
    if (expected.isLast()) {
      written.addListener(ChannelFutureListener.CLOSE);
    } else {
      then.run();
    }
  }

  private Answer answer() {
    byte[] written = ResponseBytes.of(served, expected);
    int end = new String(written, StandardCharsets.ISO_8859_1).indexOf(HEAD_END);
    int bodyAt = end + HEAD_END.length();
    ByteBuffer bytes = ByteBuffer.wrap(written);
    return new Answer(
        expected.isHead() ? "HEAD" : "GET",
        expected.target(),
        served.message(),
        bytes.slice(0, bodyAt),
        bytes.slice(bodyAt, written.length - bodyAt));
  }

  /// Does one act after the other; after one that waits, the rest later. A client that went away ends it.
  private void go(Iterator<Act> acts) {
    while (acts.hasNext() && context.channel().isActive()) {
      switch (acts.next()) {
        case Act.Send(ByteBuffer bytes) -> {
          var _ = context.pipeline().firstContext().write(Unpooled.wrappedBuffer(bytes));
        }
        case Act.Wait(Duration length) -> {
          later(length, acts);
          return;
        }
        case Act.Hold(Duration length) -> {
          later(length, acts);
          return;
        }
        case Act.Reset() -> {
          context.flush();
          reset();
          return;
        }
        case Act.Close() -> {
          sent().addListener(ChannelFutureListener.CLOSE);
          return;
        }
        case Act.CloseLater(Duration length) -> {
          var _ = context.executor().schedule(this::close, length.toNanos(), TimeUnit.NANOSECONDS);
        }
        case Act.HalfClose() -> {
          sent().addListener(sent -> shutdownOutput());
          return;
        }
        case Act.Stall() -> {
          // The connection stays open, and this answer never ends.
          context.flush();
          return;
        }
      }
    }
    if (context.channel().isActive()) {
      ended(sent());
    }
  }

  private void later(Duration length, Iterator<Act> acts) {
    context.flush();
    var _ = context.executor().schedule(() -> go(acts), length.toNanos(), TimeUnit.NANOSECONDS);
  }

  private ChannelFuture sent() {
    return context.pipeline().firstContext().writeAndFlush(Unpooled.EMPTY_BUFFER);
  }

  private void shutdownOutput() {
    if (context.channel() instanceof DuplexChannel channel) {
      var _ = channel.shutdownOutput();
    }
  }

  private void close() {
    var _ = context.close();
  }

  /// RST: the system drops what it has not sent yet.
  private void reset() {
    context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    var _ = context.close();
  }
}
