package dev.concordat.standin.http;

import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.standin.fault.Fault;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/// Writes one answer, or what a fault makes of it. Used by the connection's event loop.
final class Delivery {

  /// No status line, no chunk size: no client takes it for either.
  private static final String GARBAGE = "\u0001\u0002~concordat~garbage~]['/.,\r\n";

  private final ChannelHandlerContext context;
  private final HttpResponseMessage answer;
  private final Served served;
  private final Expected expected;
  private final Runnable then;

  /// @param then runs when the answer is written, if the connection goes on
  Delivery(ChannelHandlerContext context, Served served, Expected expected, Runnable then) {
    this.context = context;
    this.served = served;
    this.answer = served.message();
    this.expected = expected;
    this.then = then;
  }

  void begin() {
    if (served.disturbance().fault().isEmpty()) {
      whole();
      return;
    }
    switch (served.disturbance().fault().get()) {
      case Fault.Reset() -> reset();
      case Fault.EmptyReply() -> {
        var _ = context.close();
      }
      case Fault.Garbage() -> raw().addListener(ChannelFutureListener.CLOSE);
      case Fault.MalformedChunk() -> malformedChunk();
      case Fault.Silence() -> {
        // The connection stays open, and this answer never ends.
      }
      case Fault.TruncatedBody(double kept) -> part(kept).addListener(ChannelFutureListener.CLOSE);
      case Fault.ResetInBody(double kept) -> part(kept).addListener(sent -> reset());
      case Fault.SlowBody(int pieces, var during) -> new SlowBody(pieces, during.toNanos()).begin();
    }
  }

  private void whole() {
    boolean isUsual = !expected.isHead() && !expected.isLast();
    byte[] written = isUsual ? served.written() : ResponseBytes.of(served, expected);
    ended(context.pipeline().firstContext().write(Unpooled.wrappedBuffer(written)));
  }

  private byte[] bytes() {
    return answer.body().toArray();
  }

  private void ended(ChannelFuture written) {
    if (expected.isLast()) {
      written.addListener(ChannelFutureListener.CLOSE);
    } else {
      then.run();
    }
  }

  private HttpResponseStatus status() {
    return served.reason().isEmpty()
        ? HttpResponseStatus.valueOf(answer.status())
        : HttpResponseStatus.valueOf(answer.status(), served.reason());
  }

  private boolean hasBody() {
    return ResponseBytes.hasBody(answer.status());
  }

  private void fill(HttpResponse response) {
    answer.headers().forEach(header -> response.headers().add(header.name(), header.value()));
    response.headers().remove(HttpHeaderNames.TRANSFER_ENCODING);
    if (hasBody()) {
      response.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.body().size());
    } else {
      response.headers().remove(HttpHeaderNames.CONTENT_TYPE);
      response.headers().remove(HttpHeaderNames.CONTENT_LENGTH);
    }
    if (expected.isLast()) {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
  }

  /// RST: the system drops what it has not sent yet.
  private void reset() {
    context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    var _ = context.close();
  }

  /// Bytes that go round the encoder.
  private ChannelFuture raw() {
    return context
        .pipeline()
        .firstContext()
        .writeAndFlush(Unpooled.copiedBuffer(GARBAGE, StandardCharsets.ISO_8859_1));
  }

  private DefaultHttpResponse head() {
    var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, status());
    fill(head);
    return head;
  }

  private void malformedChunk() {
    DefaultHttpResponse head = head();
    head.headers().remove(HttpHeaderNames.CONTENT_LENGTH);
    head.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    var _ = context.writeAndFlush(head);
    raw().addListener(ChannelFutureListener.CLOSE);
  }

  /// The head and the first part of the body.
  private ChannelFuture part(double kept) {
    byte[] bytes = bytes();
    var _ = context.write(head());
    int length = (int) (bytes.length * kept);
    return context.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes, 0, length)));
  }

  /// Sends piece after piece until all are sent or the client went away.
  private final class SlowBody implements Runnable {
    private final byte[] bytes = hasBody() && !expected.isHead() ? bytes() : new byte[0];
    private final int pieces;
    private final long between;
    private int sent;

    SlowBody(int pieces, long during) {
      this.pieces = pieces;
      this.between = during / pieces;
    }

    void begin() {
      var _ = context.writeAndFlush(head());
      later();
    }

    private void later() {
      var _ = context.executor().schedule(this, between, TimeUnit.NANOSECONDS);
    }

    @Override
    public void run() {
      if (!context.channel().isActive()) {
        return;
      }
      int from = position(sent);
      sent++;
      ByteBuf piece = Unpooled.wrappedBuffer(bytes, from, position(sent) - from);
      if (sent < pieces) {
        var _ = context.writeAndFlush(new DefaultHttpContent(piece));
        later();
      } else {
        ended(context.writeAndFlush(new DefaultLastHttpContent(piece)));
      }
    }

    private int position(int piece) {
      return (int) ((long) bytes.length * piece / pieces);
    }
  }
}
