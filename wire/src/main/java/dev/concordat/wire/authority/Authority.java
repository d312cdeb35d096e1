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
import java.util.List;
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

  private final Map<List<String>, SSLContext> contexts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, SSLContext> eldest) {
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
  public SSLContext contextFor(String host) throws IOException {
    return contextFor(List.of(host));
  }

  /// What a server needs that speaks for several hosts.
  ///
  /// @param hosts names and addresses, without ports
  public synchronized SSLContext contextFor(List<String> hosts) throws IOException {
    List<String> names = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    SSLContext known = contexts.get(names);
    if (known == null) {
      try {
        known = context(names);
      } catch (GeneralSecurityException e) {
        throw new IOException("no certificate can be made for " + named(hosts), e);
      }
      contexts.put(names, known);
    }
    return known;
  }

  private static String named(List<String> hosts) {
    return String.join(", ", hosts);
  }

  /// What a server needs that speaks for hosts with a certificate whose time is over.
  ///
  /// @param hosts names and addresses, without ports
  public SSLContext expiredContextFor(List<String> hosts) throws IOException {
    try {
      return context(hosts, certificate, keys, clock.instant().minus(LONG_AGO));
    } catch (GeneralSecurityException e) {
      throw new IOException("no expired certificate can be made for " + named(hosts), e);
    }
  }

  /// What a server needs that speaks for hosts with a certificate of another authority, which is made for this and forgotten.
  ///
  /// @param hosts names and addresses, without ports
  public SSLContext untrustedContextFor(List<String> hosts) throws IOException {
    try {
      KeyPair strangers = Certificates.newKeys();
      var serial = new BigInteger(SERIAL_BITS, random);
      X509Certificate stranger =
          Certificates.root("A stranger", strangers, serial, clock.instant());
      return context(hosts, stranger, strangers, clock.instant());
    } catch (GeneralSecurityException e) {
      throw new IOException("no untrusted certificate can be made for " + named(hosts), e);
    }
  }

  private SSLContext context(List<String> hosts) throws GeneralSecurityException, IOException {
    return context(hosts, certificate, keys, clock.instant());
  }

  private SSLContext context(
      List<String> hosts, X509Certificate issuer, KeyPair issuerKeys, Instant now)
      throws GeneralSecurityException, IOException {
    X509Certificate leaf =
        Certificates.leaf(
            hosts, leafKeys, issuer, issuerKeys, new BigInteger(SERIAL_BITS, random), now);
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
