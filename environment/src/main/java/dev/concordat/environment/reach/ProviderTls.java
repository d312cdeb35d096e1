package dev.concordat.environment.reach;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// A system of this machine that serves HTTPS with a certificate of its own: trusted is what a file says, nothing else. For
/// which name the certificate is is not looked at, as everybody here comes by an address of the loopback.
///
/// @param file the PEM file
/// @param context trusts what is in the file
public record ProviderTls(Path file, SSLContext context) {
  private static final int PATIENCE_MILLIS = 1_000;
  private static final String HTTP_2 = "h2";

  /// A system whose certificates a file tells of.
  ///
  /// @throws IOException when the file holds no certificates
  public static ProviderTls of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> trusted =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (trusted.isEmpty()) {
        throw new IOException("it holds no certificate");
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int number = 0;
      for (Certificate one : trusted) {
        store.setCertificateEntry("trusted-" + number++, one);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return new ProviderTls(file, context);
    } catch (CertificateException e) {
      throw new IOException("it holds no certificate in PEM", e);
    } catch (GeneralSecurityException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /// Why TLS with the system at a port does not come about; empty where it does, or where nobody listens.
  public Optional<String> problem(int port) {
    try (SSLSocket socket = shake(port)) {
      return socket.getSession().isValid() ? Optional.empty() : Optional.of("the handshake failed");
    } catch (SSLException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Whether TLS is spoken at a port, with whatever certificate.
  public static boolean isServed(int port) {
    try {
      var usual = new ProviderTls(Path.of(""), SSLContext.getDefault());
      return usual.isSpoken(port)
          || usual.problem(port).filter(it -> it.contains("PKIX")).isPresent();
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /// Whether the system at a port speaks it, and is trusted.
  public boolean isSpoken(int port) {
    try (SSLSocket socket = shake(port)) {
      return socket.getSession().isValid();
    } catch (IOException e) {
      return false;
    }
  }

  /// Whether the system at a port agrees on HTTP/2.
  public boolean offersHttp2(int port) {
    try (SSLSocket socket = shake(port)) {
      return HTTP_2.equals(socket.getApplicationProtocol());
    } catch (IOException e) {
      return false;
    }
  }

  private SSLSocket shake(int port) throws IOException {
    Socket plain = new Socket();
    try {
      plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      plain.setSoTimeout(PATIENCE_MILLIS);
      var socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, "127.0.0.1", port, true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {HTTP_2, "http/1.1"});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }
}
