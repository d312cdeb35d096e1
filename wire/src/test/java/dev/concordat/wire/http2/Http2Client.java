package dev.concordat.wire.http2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.concordat.wire.capture.EventLoops;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2SettingsFrame;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/// One connection of Netty's client for HTTP/2, by prior knowledge or ALPN.
final class Http2Client implements AutoCloseable {
  private final Channel channel;
  private final List<String> goneAway = new ArrayList<>();
  private int settings;

  Http2Client(EventLoops loops, InetSocketAddress to) {
    this(loops, to, Optional.empty());
  }

  Http2Client(EventLoops loops, InetSocketAddress to, Optional<SSLContext> trust) {
    channel =
        new Bootstrap()
            .group(loops.group())
            .channel(loops.clientChannel())
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel it) {
                    trust.ifPresent(known -> it.pipeline().addLast(secured(known, to)));
                    it.pipeline()
                        .addLast(
                            Http2FrameCodecBuilder.forClient().build(),
                            new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()),
                            new OfConnection());
                  }
                })
            .connect(to)
            .syncUninterruptibly()
            .channel();
  }

  private static SslHandler secured(SSLContext trust, InetSocketAddress to) {
    SSLEngine engine = trust.createSSLEngine("127.0.0.1", to.getPort());
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
    engine.setSSLParameters(parameters);
    return new SslHandler(engine);
  }

  /// The GOAWAY frames so far, as `last stream, code`.
  synchronized List<String> goneAway() {
    return List.copyOf(goneAway);
  }

  /// How many frames of SETTINGS came.
  synchronized int settings() {
    return settings;
  }

  boolean isOpen() {
    return channel.isActive();
  }

  void awaitClose() throws InterruptedException {
    if (!channel.closeFuture().await(Http2Stage.PATIENCE_MILLIS)) {
      throw new AssertionError("the connection stays open");
    }
  }

  Heard get(String path) throws InterruptedException {
    return begin("GET", path, "", "").await();
  }

  /// A call of gRPC with one message.
  ///
  /// @param timeout as `grpc-timeout` has it; empty for none
  Heard call(String path, String timeout) throws InterruptedException {
    String message = Http2Provider.message("hello").toString(ISO_8859_1);
    return begin("POST", path, message, timeout).await();
  }

  /// Sends a request, whole.
  Heard begin(String method, String path, String body, String timeout) {
    var heard = new Heard();
    var opened =
        new Http2StreamChannelBootstrap(channel).handler(heard).open().awaitUninterruptibly();
    if (!opened.isSuccess()) {
      heard.ended("no stream: " + opened.cause().getMessage());
      return heard;
    }
    Http2Headers head =
        new DefaultHttp2Headers().method(method).path(path).scheme("http").authority("payments");
    if (path.startsWith("/shop.")) {
      head.set("content-type", "application/grpc").set("te", "trailers");
    }
    if (!timeout.isEmpty()) {
      head.set("grpc-timeout", timeout);
    }
    Channel stream = opened.getNow();
    var _ = stream.write(new DefaultHttp2HeadersFrame(head, body.isEmpty()));
    if (!body.isEmpty()) {
      ByteBuf bytes = Unpooled.copiedBuffer(body, ISO_8859_1);
      var _ = stream.write(new DefaultHttp2DataFrame(bytes, true));
    }
    stream.flush();
    return heard;
  }

  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
  }

  private final class OfConnection extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      synchronized (Http2Client.this) {
        if (message instanceof Http2GoAwayFrame frame) {
          goneAway.add(frame.lastStreamId() + ", " + frame.errorCode());
        } else if (message instanceof Http2SettingsFrame) {
          settings++;
        }
      }
      ReferenceCountUtil.release(message);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      var _ = context.close();
    }
  }

  /// What came on one stream.
  static final class Heard extends ChannelInboundHandlerAdapter {
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Http2Headers> heads = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private String end = "";

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      synchronized (this) {
        switch (message) {
          case Http2HeadersFrame head -> {
            heads.add(head.headers());
            endedIf(head.isEndStream());
          }
          case Http2DataFrame data -> {
            body.append(data.content().toString(ISO_8859_1));
            endedIf(data.isEndStream());
          }
          default -> {}
        }
      }
      ReferenceCountUtil.release(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof Http2ResetFrame reset) {
        ended("reset " + reset.errorCode());
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      ended("broken: " + cause.getMessage());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      ended("closed");
    }

    private void endedIf(boolean isEnd) {
      if (isEnd) {
        ended("end");
      }
    }

    private synchronized void ended(String how) {
      if (end.isEmpty()) {
        end = how;
        over.countDown();
      }
    }

    Heard await() throws InterruptedException {
      if (!over.await(Http2Stage.PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("the stream does not end");
      }
      return this;
    }

    /// Whether it ended in time.
    boolean await(long millis) throws InterruptedException {
      return over.await(millis, TimeUnit.MILLISECONDS);
    }

    /// How it ended: `end`, `reset CODE`, `closed`; empty while it goes on.
    synchronized String end() {
      return end;
    }

    synchronized String body() {
      return body.toString();
    }

    synchronized int status() {
      return heads.isEmpty() ? 0 : Integer.parseInt(heads.getFirst().status().toString());
    }

    /// A field of the head or the trailers; empty when it is absent.
    synchronized String field(String name) {
      for (Http2Headers each : heads) {
        if (each.contains(name)) {
          return String.valueOf(each.get(name));
        }
      }
      return "";
    }

    /// How often a field is there.
    synchronized int count(String name) {
      return heads.stream().mapToInt(it -> it.getAll(name).size()).sum();
    }
  }
}
