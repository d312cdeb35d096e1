package dev.concordat.registry.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// Where e-mail is handed in, and as whom. Whoever runs the registry says it, so it may be anywhere.
///
/// @param login empty where the server asks for none
/// @param from the address that messages come from
/// @param trusted makes connections that trust the server's certificate; empty for those that Java trusts
public record MailServer(
    String host,
    int port,
    Security security,
    Optional<Login> login,
    String from,
    Optional<SSLSocketFactory> trusted) {

  /// How a connection is kept secret.
  public enum Security {
    /// `smtp://`: begins in the open and must become TLS before anything is said (RFC 3207).
    STARTTLS("smtp", 587),
    /// `smtps://`: TLS from the first byte (RFC 8314).
    TLS("smtps", 465),
    /// `smtp-plain://`: never; for a server on the same machine.
    NONE("smtp-plain", 25);

    private final String scheme;
    private final int usualPort;

    Security(String scheme, int usualPort) {
      this.scheme = scheme;
      this.usualPort = usualPort;
    }
  }

  /// Who hands in.
  ///
  /// @param password never shown
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  /// Reads `smtp://host`, `smtps://host:465` or `smtp-plain://localhost:25`.
  ///
  /// @return empty where the address or the sender is none
  public static Optional<MailServer> of(String address, String from) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    boolean isBare =
        uri.getHost() != null
            && uri.getUserInfo() == null
            && String.valueOf(uri.getPath()).matches("/?");
    if (!isBare || !MailAddress.isOne(from)) {
      return Optional.empty();
    }
    for (Security security : Security.values()) {
      if (security.scheme.equals(scheme)) {
        int port = uri.getPort() > 0 ? uri.getPort() : security.usualPort;
        return Optional.of(
            new MailServer(
                uri.getHost(), port, security, Optional.empty(), from, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  /// With a login.
  public MailServer as(Login who) {
    return new MailServer(host, port, security, Optional.of(who), from, trusted);
  }

  /// Trusting only certificates that one in a file (PEM, one or more) has signed.
  ///
  /// @throws IOException when there are none in it
  public MailServer trusting(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int count = 0;
      for (Certificate found : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority" + count, found);
        count++;
      }
      if (count == 0) {
        throw new IOException("there is no certificate in it");
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return new MailServer(
          host, port, security, login, from, Optional.of(context.getSocketFactory()));
    } catch (GeneralSecurityException e) {
      throw new IOException("it is no certificate: " + e.getMessage(), e);
    }
  }

  /// Without its password.
  @Override
  public String toString() {
    return security.scheme + "://" + host + ":" + port;
  }
}
