package dev.concordat.benchmarks.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;

/// A provider that answers at once, with as many bytes as the path asks for.
public final class ProviderProcess {
  private static final int BODY_BYTES = 1 << 20;

  private ProviderProcess() {}

  public static void main(String[] arguments) throws Exception {
    Listening.untilInputEnds(
        channel ->
            channel
                .pipeline()
                .addLast(new HttpRequestDecoder(), new HttpObjectAggregator(BODY_BYTES))
                .addLast(new Answer()));
  }

  /// JSON of so many bytes.
  static String body(int bytes) {
    String start = "{\"id\":\"7c9e6679\",\"status\":\"CONFIRMED\",\"note\":\"";
    return start + "x".repeat(bytes - start.length() - 2) + "\"}";
  }

  private static final class Answer extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final ByteBuf SMALL = answer(Shape.GET.responseBytes);
    private static final ByteBuf BIG = answer(Shape.POST.responseBytes);

    private static ByteBuf answer(int bytes) {
      String body = body(bytes);
      String head =
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
              + bytes
              + "\r\nDate: Sun, 22 Nov 2026 12:00:00 GMT\r\nServer: orders\r\n"
              + "Cache-Control: no-store\r\nVary: Accept\r\n\r\n";
      return Unpooled.unreleasableBuffer(
          Unpooled.directBuffer().writeBytes((head + body).getBytes(US_ASCII)));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
      var _ = context.writeAndFlush((request.uri().contains("4096") ? BIG : SMALL).duplicate());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable loadWentAway) {
      var _ = context.close();
    }
  }
}
