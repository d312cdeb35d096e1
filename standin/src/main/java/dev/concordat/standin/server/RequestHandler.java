package dev.concordat.standin.server;

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
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Between Netty's messages and ours.
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;
  private static final int FIRST_FINAL = 200;
  private static final int BAD_REQUEST = 400;
  private static final int URI_TOO_LONG = 414;
  private static final int HEADERS_TOO_LARGE = 431;

  private final Dispatch dispatch;

  RequestHandler(Dispatch dispatch) {
    this.dispatch = dispatch;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    if (request.decoderResult().isFailure()) {
      Throwable cause = request.decoderResult().cause();
      int status =
          cause instanceof TooLongHttpLineException
              ? URI_TOO_LONG
              : cause instanceof TooLongHttpHeaderException ? HEADERS_TOO_LARGE : BAD_REQUEST;
      String reason = "the request cannot be read as HTTP/1.1: " + cause.getMessage();
      context
          .writeAndFlush(response(dispatch.unreadable(status, reason), false))
          .addListener(ChannelFutureListener.CLOSE);
      return;
    }
    boolean isHead = request.method().equals(HttpMethod.HEAD);
    DefaultFullHttpResponse response = response(dispatch.answer(message(request)), isHead);
    HttpUtil.setKeepAlive(response, HttpUtil.isKeepAlive(request));
    var written = context.write(response);
    if (!HttpUtil.isKeepAlive(request)) {
      var _ = written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  /// Requests that came together are answered together.
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.flush();
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
        Bytes.of(ByteBufUtil.getBytes(request.content())));
  }

  private static DefaultFullHttpResponse response(HttpResponseMessage answer, boolean isHead) {
    boolean hasBody =
        answer.status() >= FIRST_FINAL
            && answer.status() != NO_CONTENT
            && answer.status() != NOT_MODIFIED;
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status()),
            hasBody && !isHead
                ? Unpooled.wrappedBuffer(answer.body().toArray())
                : Unpooled.EMPTY_BUFFER);
    answer.headers().forEach(header -> response.headers().add(header.name(), header.value()));
    if (hasBody) {
      response.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.body().size());
    } else {
      response.headers().remove(HttpHeaderNames.CONTENT_TYPE);
    }
    return response;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable consumerWentAway) {
    var _ = context.close();
  }
}
