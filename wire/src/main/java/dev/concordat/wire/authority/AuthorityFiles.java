package dev.concordat.wire.authority;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/// The files of an authority: `authority.pem` to be trusted, and `authority.key`, which only its user may read.
final class AuthorityFiles {
  /// An authority that ends sooner is made anew.
  private static final Duration LEAST_LIFE = Duration.ofDays(7);

  private static final int MAX_BYTES = 64 << 10;
  private static final int SERIAL_BITS = 64;
  private static final int LINE = 64;

  private final Path folder;

  AuthorityFiles(Path folder) {
    this.folder = folder;
  }

  /// @param keys of which only the private one signs
  record Kept(KeyPair keys, X509Certificate certificate) {}

  Path certificateFile() {
    return folder.resolve("authority.pem");
  }

  private Path keyFile() {
    return folder.resolve("authority.key");
  }

  Kept readOrMake(Instant now) throws IOException, GeneralSecurityException {
    if (!Files.exists(keyFile()) || !Files.exists(certificateFile())) {
      make(now);
    }
    Kept kept = read();
    if (kept.certificate().getNotAfter().toInstant().minus(LEAST_LIFE).isBefore(now)) {
      Files.delete(keyFile());
      Files.delete(certificateFile());
      make(now);
      kept = read();
    }
    return kept;
  }

  private Kept read() throws IOException, GeneralSecurityException {
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(bytes(certificateFile())));
    String pem = new String(bytes(keyFile()), StandardCharsets.US_ASCII);
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    PrivateKey key;
    try {
      key =
          KeyFactory.getInstance("EC")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException(keyFile() + " is no key", e);
    }
    return new Kept(new KeyPair(certificate.getPublicKey(), key), certificate);
  }

  private static byte[] bytes(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(file + " is larger than " + MAX_BYTES + " bytes");
    }
    return Files.readAllBytes(file);
  }

  /// Made in a folder of its own and moved, so that two processes never mix their files.
  private void make(Instant now) throws IOException, GeneralSecurityException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent == null) {
      throw new FileSystemException(folder.toString(), null, "an authority needs a folder");
    }
    Files.createDirectories(parent);
    KeyPair keys = Certificates.newKeys();
    SecureRandom random = new SecureRandom();
    String number = Integer.toHexString(random.nextInt());
    X509Certificate certificate =
        Certificates.root(
            "Concordat local authority " + number, keys, new BigInteger(SERIAL_BITS, random), now);
    Path made = Files.createTempDirectory(parent, "authority", onlyMine("rwx------", parent));
    write(
        made.resolve("authority.key"), pem("PRIVATE KEY", keys.getPrivate().getEncoded()), parent);
    write(made.resolve("authority.pem"), pem("CERTIFICATE", certificate.getEncoded()), parent);
    try {
      Files.createDirectories(folder, onlyMine("rwx------", parent));
      Files.move(made.resolve("authority.pem"), certificateFile());
      Files.move(made.resolve("authority.key"), keyFile(), StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException another) {
      // Another process was first: its authority is ours.
      Files.deleteIfExists(made.resolve("authority.key"));
      Files.deleteIfExists(made.resolve("authority.pem"));
    }
    Files.delete(made);
  }

  private static void write(Path file, String text, Path parent) throws IOException {
    Files.createFile(file, onlyMine("rw-------", parent));
    Files.writeString(file, text, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
  }

  private static FileAttribute<?>[] onlyMine(String permissions, Path at) {
    boolean isPosix = at.getFileSystem().supportedFileAttributeViews().contains("posix");
    return isPosix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static String pem(String what, byte[] bytes) {
    byte[] lineEnd = {'\n'};
    String body = Base64.getMimeEncoder(LINE, lineEnd).encodeToString(bytes);
    return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
  }
}
