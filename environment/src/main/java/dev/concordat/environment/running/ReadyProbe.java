package dev.concordat.environment.running;

import dev.concordat.environment.part.Readiness;
import dev.concordat.environment.reach.ProviderTls;
import dev.concordat.environment.setup.ReadyCheck;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;

/// Asks a system whether it is ready, past its links.
///
/// @param tls how it serves HTTPS
record ReadyProbe(ReadyCheck check, int port, Optional<ProviderTls> tls)
    implements Readiness.Probe {
  private static final int PATIENCE_MILLIS = 1_000;
  private static final int FIRST_GOOD = 200;
  private static final int FIRST_NOT_GOOD = 300;

  @Override
  public boolean answers() {
    return switch (check) {
      case ReadyCheck.Http http -> isOpen() && isGood(http.path());
      case ReadyCheck.Port _ ->
          isOpen() && tls.filter(serving -> !serving.isSpoken(port)).isEmpty();
    };
  }

  /// Cheaper than a refused HTTP request, and most questions are asked before anybody listens.
  private boolean isOpen() {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private boolean isGood(String path) {
    try {
      var connection =
          (HttpURLConnection)
              URI.create((tls.isEmpty() ? "http" : "https") + "://127.0.0.1:" + port + path)
                  .toURL()
                  .openConnection(Proxy.NO_PROXY);
      if (connection instanceof HttpsURLConnection secured) {
        secured.setSSLSocketFactory(tls.orElseThrow().context().getSocketFactory());
        secured.setHostnameVerifier((_, _) -> true); // what the context trusts is this system alone
      }
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setInstanceFollowRedirects(false);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status >= FIRST_GOOD && status < FIRST_NOT_GOOD;
    } catch (IOException _) {
      return false;
    }
  }
}
