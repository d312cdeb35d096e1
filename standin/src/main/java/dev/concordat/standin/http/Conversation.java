package dev.concordat.standin.http;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/// One connection: a request is answered when the one before is. Used by its event loop only.
final class Conversation extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final int BAD_REQUEST = 400;
  private static final int URI_TOO_LONG = 414;
  private static final int HEADERS_TOO_LARGE = 431;

  /// Nothing more is read while so many requests wait.
  private static final int MAX_WAITING = 16;

  private final Answerer answerer;
  private final Queue<Asked> waiting = new ArrayDeque<>();
  private boolean isAnswering;
  private boolean isProceeding;
  private boolean isReading;

  /// A request and whether the connection stays open after its answer.
  private record Asked(HttpRequestMessage message, boolean isLast, String refusal, int status) {
    Expected expected() {
      return new Expected(message.method().equals("HEAD"), isLast, message.target());
    }
  }

  Conversation(Answerer answerer) {
    this.answerer = answerer;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    isReading = true;
    waiting.add(asked(request));
    if (waiting.size() == MAX_WAITING) {
      context.channel().config().setAutoRead(false);
    }
    proceed(context);
  }

  private static Asked asked(FullHttpRequest request) {
    if (request.decoderResult().isSuccess()) {
      return new Asked(message(request), !HttpUtil.isKeepAlive(request), "", 0);
    }
    Throwable cause = request.decoderResult().cause();
    int status =
        cause instanceof TooLongHttpLineException
            ? URI_TOO_LONG
            : cause instanceof TooLongHttpHeaderException ? HEADERS_TOO_LARGE : BAD_REQUEST;
    var nothing = new HttpRequestMessage("GET", "/", List.of(), Bytes.EMPTY);
    return new Asked(
        nothing, true, "the request cannot be read as HTTP/1.1: " + cause.getMessage(), status);
  }

  private static HttpRequestMessage message(FullHttpRequest request) {
    List<Header> headers = new ArrayList<>();
    for (Map.Entry<String, String> entry : request.headers()) {
      headers.add(new Header(entry.getKey(), entry.getValue()));
    }
    return new HttpRequestMessage(
        request.method().name(),
        request.uri(),
        headers,
        request.content().isReadable()
            ? Bytes.of(ByteBufUtil.getBytes(request.content()))
            : Bytes.EMPTY);
  }

  private void proceed(ChannelHandlerContext context) {
    isProceeding = true;
    while (!isAnswering && !waiting.isEmpty()) {
      isAnswering = true;
      Asked next = waiting.remove();
      var reply = new PendingReply(context, next);
      if (next.status() > 0) {
        reply.send(Served.of(answerer.unreadable(next.status(), next.refusal())));
      } else {
        answerer.answer(next.message(), reply);
      }
    }
    isProceeding = false;
    if (waiting.isEmpty() && !context.channel().config().isAutoRead()) {
      context.channel().config().setAutoRead(true);
    }
  }

  /// The answer that a request waits for.
  private final class PendingReply implements Reply {
    private final ChannelHandlerContext context;
    private final Asked asked;
    private boolean isSent;

    PendingReply(ChannelHandlerContext context, Asked asked) {
      this.context = context;
      this.asked = asked;
    }

    @Override
    public void send(Served answer) {
      if (!context.executor().inEventLoop()) {
        context.executor().execute(() -> send(answer));
        return;
      }
      if (isSent) {
        return;
      }
      isSent = true;
      long delay = answer.disturbance().delay().toNanos();
      if (delay == 0) {
        deliver(answer);
      } else {
        var _ = context.executor().schedule(() -> deliver(answer), delay, TimeUnit.NANOSECONDS);
      }
    }

    private void deliver(Served answer) {
      new Delivery(context, answer, asked.expected(), this::delivered).begin();
      if (!isReading) {
        context.flush();
      }
    }

    private void delivered() {
      isAnswering = false;
      if (!isProceeding) {
        proceed(context);
      }
    }
  }

  /// Requests that came together are answered together.
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    isReading = false;
    context.flush();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable consumerWentAway) {
    var _ = context.close();
  }
}
