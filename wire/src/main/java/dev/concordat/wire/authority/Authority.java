package dev.concordat.wire.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate authority that is made at first use and kept in a folder that only its user may read. It signs a certificate
/// for each host that is asked for. Whoever trusts {@link #certificateFile()} can be read along with by Concordat, and by
/// nobody else as long as the folder stays private.
///
/// Thread-safe.
public final class Authority {
  private static final int MAX_HOSTS = 500;
  private static final int SERIAL_BITS = 64;
  private static final Duration LONG_AGO = Duration.ofDays(365);
  private static final char[] NO_PASSWORD = {};

  private final AuthorityFiles files;
  private final KeyPair keys;
  private final X509Certificate certificate;
  private final Clock clock;
  private final KeyPair leafKeys;
  private final SecureRandom random = new SecureRandom();

  private final Map<String, SSLContext> contexts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SSLContext> eldest) {
          return size() > MAX_HOSTS;
        }
      };

  private Authority(
      AuthorityFiles files,
      KeyPair keys,
      X509Certificate certificate,
      KeyPair leafKeys,
      Clock clock) {
    this.files = files;
    this.keys = keys;
    this.certificate = certificate;
    this.leafKeys = leafKeys;
    this.clock = clock;
  }

  /// The authority of a folder; made where there is none, or where the one there has expired.
  ///
  /// @throws IOException when the folder cannot be written, or holds something else
  public static Authority at(Path folder, Clock clock) throws IOException {
    var files = new AuthorityFiles(folder);
    try {
      AuthorityFiles.Kept kept = files.readOrMake(clock.instant());
      return new Authority(files, kept.keys(), kept.certificate(), Certificates.newKeys(), clock);
    } catch (GeneralSecurityException e) {
      throw new IOException("the authority in " + folder + " cannot be used", e);
    }
  }

  /// The certificate to trust, in PEM.
  public Path certificateFile() {
    return files.certificateFile();
  }

  /// The certificate to trust.
  public X509Certificate certificate() {
    return certificate;
  }

  /// What a server needs that speaks for a host.
  ///
  /// @param host a name or an address, without port
  public synchronized SSLContext contextFor(String host) throws IOException {
    String name = host.toLowerCase(Locale.ROOT);
    SSLContext known = contexts.get(name);
    if (known == null) {
      try {
        known = context(name);
      } catch (GeneralSecurityException e) {
        throw new IOException("no certificate can be made for " + host, e);
      }
      contexts.put(name, known);
    }
    return known;
  }

  /// What a server needs that speaks for a host with a certificate whose time is over.
  ///
  /// @param host a name or an address, without port
  public SSLContext expiredContextFor(String host) throws IOException {
    try {
      return context(host, certificate, keys, clock.instant().minus(LONG_AGO));
    } catch (GeneralSecurityException e) {
      throw new IOException("no expired certificate can be made for " + host, e);
    }
  }

  /// What a server needs that speaks for a host with a certificate of another authority, which is made for this and forgotten.
  ///
  /// @param host a name or an address, without port
  public SSLContext untrustedContextFor(String host) throws IOException {
    try {
      KeyPair strangers = Certificates.newKeys();
      var serial = new BigInteger(SERIAL_BITS, random);
      X509Certificate stranger =
          Certificates.root("A stranger", strangers, serial, clock.instant());
      return context(host, stranger, strangers, clock.instant());
    } catch (GeneralSecurityException e) {
      throw new IOException("no untrusted certificate can be made for " + host, e);
    }
  }

  private SSLContext context(String host) throws GeneralSecurityException, IOException {
    return context(host, certificate, keys, clock.instant());
  }

  private SSLContext context(String host, X509Certificate issuer, KeyPair issuerKeys, Instant now)
      throws GeneralSecurityException, IOException {
    X509Certificate leaf =
        Certificates.leaf(
            host, leafKeys, issuer, issuerKeys, new BigInteger(SERIAL_BITS, random), now);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    store.setKeyEntry("leaf", leafKeys.getPrivate(), NO_PASSWORD, new Certificate[] {leaf, issuer});
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, NO_PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
