package dev.concordat.wire.http;

import dev.concordat.wire.authority.Authority;
import io.netty.handler.ssl.SslHandler;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/// How a link speaks TLS, to either side. What passes is read in clear, and faults are of what is inside.
///
/// @param shown what it shows to consumers; nothing to speak with them in clear
/// @param provider how it speaks with the provider; nothing for in clear
public record LinkTls(Optional<Shown> shown, Optional<Expected> provider) {
  /// In clear on both sides.
  public static final LinkTls NONE = new LinkTls(Optional.empty(), Optional.empty());

  private static final String HTTP_1 = "http/1.1";

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
    return new LinkTls(Optional.of(new Shown(authority, host)), Optional.empty());
  }

  /// TLS towards the provider as well.
  public LinkTls to(SSLContext context, String host) {
    return new LinkTls(shown, Optional.of(new Expected(context, host)));
  }

  static SslHandler server(SSLContext context) {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    return handler(engine, engine.getSSLParameters());
  }

  static SslHandler client(Expected provider, int port) {
    SSLEngine engine = provider.context().createSSLEngine(provider.host(), port);
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    return handler(engine, parameters);
  }

  /// Both sides agree on HTTP/1.1 where they ask (ALPN, RFC 7301).
  private static SslHandler handler(SSLEngine engine, SSLParameters parameters) {
    parameters.setApplicationProtocols(new String[] {HTTP_1});
    engine.setSSLParameters(parameters);
    return new SslHandler(engine);
  }
}
