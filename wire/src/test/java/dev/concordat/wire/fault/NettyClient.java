package dev.concordat.wire.fault;

import dev.concordat.wire.authority.Authority;
import dev.concordat.wire.capture.EventLoops;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.Version;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// A plain client of Netty's codec: it takes the next message for the answer, and does not follow redirects.
final class NettyClient implements Client {
  private static final int MAX_BODY = 1 << 20;

  private final EventLoops loops;

  NettyClient(EventLoops loops) {
    this.loops = loops;
  }

  @Override
  public Optional<String> version() {
    return Optional.ofNullable(Version.identify().get("netty-codec-http"))
        .map(it -> "Netty codec " + it.artifactVersion().replaceFirst("\\.Final$", ""));
  }

  @Override
  public List<String> twice(URI address, String method, Authority authority) throws Exception {
    List<String> saw = new ArrayList<>();
    Connected open = new Connected(address, loops, Trust.in(authority));
    for (int i = 0; i < 2; i++) {
      if (i > 0 && !open.isUsable()) {
        open.close();
        open = new Connected(address, loops, Trust.in(authority));
      }
      saw.add(open.ask(address, method));
    }
    open.close();
    return saw;
  }

  /// One connection and what came on it.
  private static final class Connected {
    private final LinkedBlockingQueue<String> saw = new LinkedBlockingQueue<>();
    private final @Nullable Channel channel;
    private volatile boolean isBroken;

    Connected(URI address, EventLoops loops, SSLContext trust) {
      ChannelFuture connected =
          new Bootstrap()
              .group(loops.group())
              .channel(loops.clientChannel())
              .handler(
                  new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel it) {
                      if (address.getScheme().equals("https")) {
                        it.pipeline().addLast(secured(trust, address));
                      }
                      it.pipeline()
                          .addLast(
                              new HttpClientCodec(),
                              new HttpObjectAggregator(MAX_BODY),
                              new Reader());
                    }
                  })
              .connect(address.getHost(), address.getPort())
              .awaitUninterruptibly();
      channel = connected.isSuccess() ? connected.channel() : null;
      if (channel == null) {
        saw.add(Client.failed(connected.cause().toString()));
      }
    }

    private static SslHandler secured(SSLContext trust, URI address) {
      SSLEngine engine = trust.createSSLEngine(address.getHost(), address.getPort());
      engine.setUseClientMode(true);
      SSLParameters parameters = engine.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      engine.setSSLParameters(parameters);
      return new SslHandler(engine);
    }

    boolean isUsable() {
      return channel != null && channel.isActive() && !isBroken;
    }

    String ask(URI address, String method) throws InterruptedException {
      if (channel != null) {
        var request =
            new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.valueOf(method),
                address.getPath(),
                Unpooled.copiedBuffer(
                    method.equals("POST") ? POST_BODY : "", StandardCharsets.US_ASCII));
        request.headers().set(HttpHeaderNames.HOST, address.getHost());
        if (method.equals("POST")) {
          request.headers().set(HttpHeaderNames.CONTENT_LENGTH, POST_BODY.length());
        }
        var _ = channel.writeAndFlush(request);
      }
      String first = saw.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      if (first == null) {
        close();
        return "gave up";
      }
      return first;
    }

    void close() {
      if (channel != null) {
        channel.close().awaitUninterruptibly();
      }
    }

    private final class Reader extends SimpleChannelInboundHandler<FullHttpResponse> {
      private boolean isTold;

      @Override
      protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
        Throwable wrong = response.decoderResult().cause();
        if (wrong != null) {
          isTold = true;
          isBroken = true;
          saw.add(wrong.toString().contains("Premature") ? "closed" : "not HTTP");
          var _ = context.close();
        } else {
          saw.add(
              Client.answered(
                  response.status().code(), response.content().toString(StandardCharsets.UTF_8)));
        }
      }

      @Override
      public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        tell(Client.failed(cause.toString()));
        var _ = context.close();
      }

      @Override
      public void channelInactive(ChannelHandlerContext context) {
        tell("closed");
      }

      private void tell(String what) {
        if (!isTold) {
          isTold = true;
          isBroken = true;
          saw.add(what);
        }
      }
    }
  }
}
