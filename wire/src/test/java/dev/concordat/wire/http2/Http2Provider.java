package dev.concordat.wire.http2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.concordat.wire.capture.EventLoops;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerUpgradeHandler;
import io.netty.handler.codec.http2.CleartextHttp2ServerUpgradeHandler;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2ServerUpgradeCodec;
import io.netty.handler.codec.http2.Http2StreamFrame;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AsciiString;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/// A provider that speaks HTTP/2 in clear text, by prior knowledge or after a change from HTTP/1.1, and answers each request when
/// it has all of it. Paths that begin with `/shop.` are calls of gRPC and are answered with three messages.
final class Http2Provider implements AutoCloseable {
  static final String BODY = "{\"id\":7,\"status\":\"PAID\"}";
  static final List<String> MESSAGES = List.of("one", "two", "three");
  private static final int PREFIX_BYTES = 5;

  /// Request lines, in the order in which requests ended.
  final List<String> requests = new CopyOnWriteArrayList<>();

  private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
  private final Channel listener;

  Http2Provider(EventLoops loops) {
    this(loops, Optional.empty());
  }

  /// @param tls for a provider that speaks TLS and offers HTTP/2 only
  Http2Provider(EventLoops loops, Optional<SSLContext> tls) {
    listener =
        new ServerBootstrap()
            .group(loops.group())
            .channel(loops.serverChannel())
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    open.add(channel);
                    tls.ifPresent(context -> channel.pipeline().addLast(secured(context)));
                    var codec = new HttpServerCodec();
                    var upgrade = new HttpServerUpgradeHandler(codec, _ -> upgraded(), 1 << 16);
                    channel
                        .pipeline()
                        .addLast(
                            new CleartextHttp2ServerUpgradeHandler(
                                codec,
                                upgrade,
                                new ChannelInitializer<Channel>() {
                                  @Override
                                  protected void initChannel(Channel known) {
                                    known.pipeline().addLast(codec(), streams());
                                  }
                                }));
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .syncUninterruptibly()
            .channel();
  }

  private static SslHandler secured(SSLContext context) {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    engine.setSSLParameters(parameters);
    return new SslHandler(engine);
  }

  private HttpServerUpgradeHandler.UpgradeCodec upgraded() {
    return new Http2ServerUpgradeCodec(codec(), streams());
  }

  private static Http2FrameCodec codec() {
    return Http2FrameCodecBuilder.forServer().build();
  }

  private Http2MultiplexHandler streams() {
    return new Http2MultiplexHandler(
        new ChannelInitializer<Channel>() {
          @Override
          protected void initChannel(Channel stream) {
            stream.pipeline().addLast(new Answering());
          }
        });
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  static ByteBuf message(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return Unpooled.buffer(PREFIX_BYTES + bytes.length)
        .writeByte(0)
        .writeInt(bytes.length)
        .writeBytes(bytes);
  }

  private final class Answering extends SimpleChannelInboundHandler<Http2StreamFrame> {
    private String line = "";
    private final StringBuilder body = new StringBuilder();

    @Override
    protected void channelRead0(ChannelHandlerContext context, Http2StreamFrame frame) {
      switch (frame) {
        case Http2HeadersFrame head -> {
          if (line.isEmpty()) {
            line = head.headers().method() + " " + head.headers().path();
          }
          endedIf(head.isEndStream(), context);
        }
        case Http2DataFrame data -> {
          body.append(data.content().toString(US_ASCII));
          endedIf(data.isEndStream(), context);
        }
        default -> {}
      }
    }

    private void endedIf(boolean isEnd, ChannelHandlerContext context) {
      if (isEnd) {
        requests.add(line + (body.isEmpty() ? "" : " " + body));
        if (line.contains(" /shop.")) {
          call(context);
        } else {
          answer(context);
        }
      }
    }

    private void answer(ChannelHandlerContext context) {
      Http2Headers head =
          new DefaultHttp2Headers().status("200").set("content-type", "application/json");
      head.setInt(AsciiString.of("content-length"), BODY.length());
      var _ = context.write(new DefaultHttp2HeadersFrame(head));
      ByteBuf bytes = Unpooled.copiedBuffer(BODY, US_ASCII);
      var _ = context.writeAndFlush(new DefaultHttp2DataFrame(bytes, true));
    }

    private void call(ChannelHandlerContext context) {
      Http2Headers head =
          new DefaultHttp2Headers().status("200").set("content-type", "application/grpc");
      var _ = context.write(new DefaultHttp2HeadersFrame(head));
      for (String each : MESSAGES) {
        var _ = context.write(new DefaultHttp2DataFrame(message(each), false));
      }
      Http2Headers trailers =
          new DefaultHttp2Headers().set("grpc-status", "0").set("grpc-message", "fine");
      var _ = context.writeAndFlush(new DefaultHttp2HeadersFrame(trailers, true));
    }
  }

  @Override
  public void close() {
    listener.close().syncUninterruptibly();
    open.close().syncUninterruptibly();
  }
}
