package dev.concordat.wire.standin;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;

/// Between Netty's messages and ours.
final class AnswerHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final Answers answers;

  AnswerHandler(Answers answers) {
    this.answers = answers;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    if (request.decoderResult().isFailure()) {
      String reason =
          "the request is not HTTP/1.1: " + request.decoderResult().cause().getMessage();
      context
          .writeAndFlush(response(answers.unreadable(reason)))
          .addListener(ChannelFutureListener.CLOSE);
      return;
    }
    DefaultFullHttpResponse response = response(answers.to(message(request)));
    HttpUtil.setKeepAlive(response, HttpUtil.isKeepAlive(request));
    var written = context.writeAndFlush(response);
    if (!HttpUtil.isKeepAlive(request)) {
      var _ = written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  private static HttpRequestMessage message(FullHttpRequest request) {
    List<Header> headers =
        request.headers().entries().stream()
            .map(entry -> new Header(entry.getKey(), entry.getValue()))
            .toList();
    return new HttpRequestMessage(
        request.method().name(),
        request.uri(),
        headers,
        Bytes.of(ByteBufUtil.getBytes(request.content())));
  }

  private static DefaultFullHttpResponse response(HttpResponseMessage answer) {
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status()),
            Unpooled.wrappedBuffer(answer.body().toArray()));
    answer.headers().forEach(header -> response.headers().add(header.name(), header.value()));
    if (answer.status() != NO_CONTENT && answer.status() != NOT_MODIFIED) {
      response.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.body().size());
    }
    return response;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable consumerWentAway) {
    var _ = context.close();
  }
}
