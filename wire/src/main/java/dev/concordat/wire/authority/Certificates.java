package dev.concordat.wire.authority;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes certificates (RFC 5280): P-256 keys, signed with ECDSA and SHA-256.
final class Certificates {
  private static final String SIGNATURE = "SHA256withECDSA";

  /// Clocks differ.
  private static final Duration BEFORE = Duration.ofDays(1);

  private static final Duration ROOT_LIFE = Duration.ofDays(730);
  private static final Duration LEAF_LIFE = Duration.ofDays(90);
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

  private Certificates() {}

  static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  /// A certificate that signs others and itself.
  static X509Certificate root(String name, KeyPair keys, BigInteger serial, Instant now)
      throws GeneralSecurityException {
    X500Principal principal = new X500Principal("CN=" + name);
    try {
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
                  principal,
                  serial,
                  Date.from(now.minus(BEFORE)),
                  Date.from(now.plus(ROOT_LIFE)),
                  principal,
                  keys.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
              .addExtension(
                  Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  extensions.createSubjectKeyIdentifier(keys.getPublic()));
      return signed(builder, keys);
    } catch (CertIOException e) {
      throw new GeneralSecurityException(e);
    }
  }

  /// A certificate of a server.
  static X509Certificate leaf(
      List<String> hosts,
      KeyPair keys,
      X509Certificate issuer,
      KeyPair issuerKeys,
      BigInteger serial,
      Instant now)
      throws GeneralSecurityException {
    Instant end = now.plus(LEAF_LIFE);
    Instant issuerEnd = issuer.getNotAfter().toInstant();
    try {
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
                  issuer.getSubjectX500Principal(),
                  serial,
                  Date.from(now.minus(BEFORE)),
                  Date.from(end.isBefore(issuerEnd) ? end : issuerEnd),
                  new X500Principal("CN=Concordat"),
                  keys.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
              .addExtension(
                  Extension.extendedKeyUsage,
                  false,
                  new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
              .addExtension(
                  Extension.subjectAlternativeName,
                  true,
                  new GeneralNames(
                      hosts.stream().map(Certificates::name).toArray(GeneralName[]::new)))
              .addExtension(
                  Extension.authorityKeyIdentifier,
                  false,
                  extensions.createAuthorityKeyIdentifier(issuer));
      return signed(builder, issuerKeys);
    } catch (CertIOException | IllegalArgumentException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private static GeneralName name(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    boolean isAddress = ADDRESS.matcher(bare).matches();
    return new GeneralName(isAddress ? GeneralName.iPAddress : GeneralName.dNSName, bare);
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair keys)
      throws GeneralSecurityException {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate())));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
