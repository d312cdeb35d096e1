package dev.concordat.environment.reach;

import dev.concordat.wire.authority.Authority;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Files of certificates to trust, each with the local authority in it. For one thread.
final class Bundles {
  /// Of a file that holds no secret: Java asks for one.
  static final String PASSWORD = "changeit";

  private static final int MAX_BYTES = 16 << 20;
  private static final int LINE = 64;

  /// Where Linux distributions and others keep the authorities that programs trust.
  private static final List<Path> USUAL =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  private final Authority authority;
  private final Path folder;
  private final Map<String, Path> made = new HashMap<>();

  Bundles(Authority authority, Path folder) {
    this.authority = authority;
    this.folder = folder;
  }

  /// The authority beside the certificates of a file; beside the usual ones where there is no such file.
  Path with(String own) throws IOException {
    boolean isThere = isReadable(own);
    Path known = made.get(isThere ? own : "");
    if (known == null) {
      known = write(isThere ? read(Path.of(own)) : usual());
      made.put(isThere ? own : "", known);
    }
    return known;
  }

  /// The authority alone, or beside the certificates of a file.
  Path beside(String own) throws IOException {
    return isReadable(own) ? with(own) : authority.certificateFile();
  }

  /// A trust store for Java with the usual authorities of this JDK and the local one.
  Path javaStore() throws IOException {
    Path file = folder.resolve("authorities.p12");
    if (!Files.exists(file)) {
      try (OutputStream out = Files.newOutputStream(file)) {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (X509Certificate usual : ofThisJava()) {
          store.setCertificateEntry("usual-" + number++, usual);
        }
        store.setCertificateEntry("concordat", authority.certificate());
        store.store(out, PASSWORD.toCharArray());
      } catch (GeneralSecurityException e) {
        throw new IOException("no trust store can be made", e);
      }
    }
    return file;
  }

  private Path write(String others) throws IOException {
    Path file = folder.resolve("authorities-" + made.size() + ".pem");
    String text = others.endsWith("\n") || others.isEmpty() ? others : others + "\n";
    return Files.writeString(file, text + Files.readString(authority.certificateFile()));
  }

  private static boolean isReadable(String file) {
    return !file.isBlank() && Files.isRegularFile(Path.of(file)) && Files.isReadable(Path.of(file));
  }

  private static String read(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(file + " is larger than " + MAX_BYTES + " bytes");
    }
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private static String usual() throws IOException {
    for (Path file : USUAL) {
      if (isReadable(file.toString())) {
        return read(file);
      }
    }
    try {
      StringBuilder all = new StringBuilder();
      for (X509Certificate one : ofThisJava()) {
        byte[] lineEnd = {'\n'};
        all.append("-----BEGIN CERTIFICATE-----\n")
            .append(Base64.getMimeEncoder(LINE, lineEnd).encodeToString(one.getEncoded()))
            .append("\n-----END CERTIFICATE-----\n");
      }
      return all.toString();
    } catch (GeneralSecurityException e) {
      throw new IOException("this JDK's authorities cannot be read", e);
    }
  }

  private static List<X509Certificate> ofThisJava() throws GeneralSecurityException {
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init((KeyStore) null);
    List<X509Certificate> all = new ArrayList<>();
    for (var manager : managers.getTrustManagers()) {
      if (manager instanceof X509TrustManager trusting) {
        all.addAll(Arrays.asList(trusting.getAcceptedIssuers()));
      }
    }
    return all;
  }
}
