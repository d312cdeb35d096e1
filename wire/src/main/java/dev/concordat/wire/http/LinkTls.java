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
/// @param isClearToo whether consumers may speak in clear as well; their first byte tells
public record LinkTls(
    Optional<Shown> shown, Optional<Expected> provider, boolean isHttp2, boolean isClearToo) {
  /// In clear on both sides.
  public static final LinkTls NONE = new LinkTls(Optional.empty(), Optional.empty(), false, false);

  static final String HTTP_1 = "http/1.1";
  private static final String HTTP_2 = "h2";

  /// A certificate that consumers see.
  ///
  /// @param authority whose certificate they must trust
  /// @param hosts the names and addresses that they know the link by
  public record Shown(Authority authority, List<String> hosts) {
    public Shown {
      hosts = List.copyOf(hosts);
    }
  }

  /// A provider with TLS.
  ///
  /// @param context with whom it trusts
  /// @param host the name that the provider's certificate must be for
  /// @param isNamed whether that name is looked at; not where the context trusts nothing but this provider
  public record Expected(SSLContext context, String host, boolean isNamed) {
    /// With what is asked of the provider's certificate.
    SSLParameters asking(SSLParameters parameters) {
      if (isNamed) {
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
      }
      return parameters;
    }
  }

  /// TLS towards consumers only.
  public static LinkTls shown(Authority authority, String... hosts) {
    return new LinkTls(
        Optional.of(new Shown(authority, List.of(hosts))), Optional.empty(), false, false);
  }

  /// TLS towards the provider as well.
  public LinkTls to(SSLContext context, String host) {
    return new LinkTls(shown, Optional.of(new Expected(context, host, true)), isHttp2, isClearToo);
  }

  /// TLS towards a provider whose certificate the context knows, whatever name it is for.
  public LinkTls toAnyName(SSLContext context) {
    return new LinkTls(
        shown, Optional.of(new Expected(context, "127.0.0.1", false)), isHttp2, isClearToo);
  }

  /// Offers HTTP/2 as well.
  public LinkTls withHttp2() {
    return new LinkTls(shown, provider, true, isClearToo);
  }

  /// Serves consumers in clear as well.
  public LinkTls orClear() {
    return new LinkTls(shown, provider, isHttp2, true);
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
    SSLParameters parameters = provider.asking(engine.getSSLParameters());
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
