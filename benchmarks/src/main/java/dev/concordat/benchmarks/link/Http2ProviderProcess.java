package dev.concordat.benchmarks.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2StreamFrame;

/// A provider that speaks HTTP/2 with prior knowledge and answers as {@link ProviderProcess} does.
public final class Http2ProviderProcess {
  private Http2ProviderProcess() {}

  public static void main(String[] arguments) throws Exception {
    Listening.untilInputEnds(
        channel ->
            channel
                .pipeline()
                .addLast(
                    Http2FrameCodecBuilder.forServer().build(),
                    new Http2MultiplexHandler(new Streams())));
  }

  private static final class Streams extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel stream) {
      stream.pipeline().addLast(new Answer());
    }
  }

  private static final class Answer extends SimpleChannelInboundHandler<Http2StreamFrame> {
    private static final ByteBuf SMALL = body(Shape.GET.responseBytes);
    private static final ByteBuf BIG = body(Shape.POST.responseBytes);

    private boolean isBig;

    private static ByteBuf body(int bytes) {
      return Unpooled.unreleasableBuffer(
          Unpooled.directBuffer().writeBytes(ProviderProcess.body(bytes).getBytes(US_ASCII)));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Http2StreamFrame frame) {
      if (frame instanceof Http2HeadersFrame headers) {
        isBig = headers.headers().path().toString().contains("4096");
      }
      boolean isEnd =
          (frame instanceof Http2HeadersFrame last && last.isEndStream())
              || (frame instanceof Http2DataFrame data && data.isEndStream());
      if (isEnd) {
        ByteBuf body = (isBig ? BIG : SMALL).duplicate();
        var headers =
            new DefaultHttp2Headers()
                .status("200")
                .add("content-type", "application/json")
                .addInt("content-length", body.readableBytes())
                .add("cache-control", "no-store")
                .add("vary", "Accept");
        var _ = context.write(new DefaultHttp2HeadersFrame(headers));
        var _ = context.writeAndFlush(new DefaultHttp2DataFrame(body, true));
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable loadWentAway) {
      var _ = context.close();
    }
  }
}
