package dev.concordat.wire.http;

import dev.concordat.wire.authority.Authority;
import io.netty.handler.ssl.SslHandler;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/// How a link speaks TLS, to either side. What passes is read in clear, and faults are of what is inside.
///
/// @param shown what it shows to consumers; nothing to speak with them in clear
/// @param provider how it speaks with the provider; nothing for in clear
/// @param isHttp2 whether consumers are offered HTTP/2 (ALPN `h2`) beside HTTP/1.1; the provider must speak what they choose
public record LinkTls(Optional<Shown> shown, Optional<Expected> provider, boolean isHttp2) {
  /// In clear on both sides.
  public static final LinkTls NONE = new LinkTls(Optional.empty(), Optional.empty(), false);

  static final String HTTP_1 = "http/1.1";
  private static final String HTTP_2 = "h2";

  /// A certificate that consumers see.
  ///
  /// @param authority whose certificate they must trust
  /// @param host the name or address that they know the link by
  public record Shown(Authority authority, String host) {}

  /// A provider with TLS.
  ///
  /// @param context with whom it trusts
  /// @param host the name that the provider's certificate must be for
  public record Expected(SSLContext context, String host) {}

  /// TLS towards consumers only.
  public static LinkTls shown(Authority authority, String host) {
    return new LinkTls(Optional.of(new Shown(authority, host)), Optional.empty(), false);
  }

  /// TLS towards the provider as well.
  public LinkTls to(SSLContext context, String host) {
    return new LinkTls(shown, Optional.of(new Expected(context, host)), isHttp2);
  }

  /// Offers HTTP/2 as well.
  public LinkTls withHttp2() {
    return new LinkTls(shown, provider, true);
  }

  static SslHandler server(SSLContext context, boolean isHttp2) {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    return handler(
        engine, engine.getSSLParameters(), isHttp2 ? List.of(HTTP_2, HTTP_1) : List.of(HTTP_1));
  }

  /// What was agreed on with a consumer.
  static String agreed(SslHandler consumer) {
    return HTTP_2.equals(consumer.engine().getApplicationProtocol()) ? HTTP_2 : HTTP_1;
  }

  /// @param protocol the one that the consumer has chosen
  static SslHandler client(Expected provider, int port, String protocol) {
    SSLEngine engine = provider.context().createSSLEngine(provider.host(), port);
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    SslHandler handler = handler(engine, parameters, List.of(protocol));
    handler.handshakeFuture().addListener(shaken -> checkAgreed(handler, protocol));
    return handler;
  }

  /// A provider that does not know HTTP/2 would take it for something else.
  private static void checkAgreed(SslHandler handler, String protocol) {
    boolean isShaken = handler.handshakeFuture().isSuccess();
    if (isShaken
        && protocol.equals(HTTP_2)
        && !HTTP_2.equals(handler.engine().getApplicationProtocol())) {
      handler
          .handshakeFuture()
          .getNow()
          .pipeline()
          .fireExceptionCaught(new SSLException("the provider does not offer HTTP/2 (ALPN h2)"));
    }
  }

  /// Both sides agree on a protocol where they ask (ALPN, RFC 7301).
  private static SslHandler handler(
      SSLEngine engine, SSLParameters parameters, List<String> protocols) {
    parameters.setApplicationProtocols(protocols.toArray(String[]::new));
    engine.setSSLParameters(parameters);
    return new SslHandler(engine);
  }
}
