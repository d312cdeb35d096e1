package dev.concordat.environment.reach;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a system is told so that it trusts the local authority, and goes on trusting all others.
class TrustTest {
  private static final String OTHERS = "-----BEGIN CERTIFICATE-----\nothers";

  @TempDir private Path temporary;
  private Trust trust;
  private String ours;

  @BeforeEach
  void anAuthority() throws IOException {
    trust = new Trust(temporary, Files.createDirectories(temporary.resolve("run")));
    ours = Files.readString(trust.authority().certificateFile());
  }

  private static String file(Map<String, String> told, String name) throws IOException {
    return Files.readString(Path.of(told.getOrDefault(name, "")));
  }

  @Test
  void filesThatReplaceTheUsualAuthoritiesHoldThemAndOurs() throws IOException {
    // When
    Map<String, String> told = trust.told(Map.of());

    // Then
    for (String name :
        new String[] {
          "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "GIT_SSL_CAINFO", "AWS_CA_BUNDLE"
        }) {
      String all = file(told, name);
      assertThat(all).as(name).endsWith(ours);
      assertThat(all.split("BEGIN CERTIFICATE", -1)).as(name).hasSizeGreaterThan(20);
    }
  }

  @Test
  void filesThatAreTakenBesideTheUsualAuthoritiesHoldOursAlone() throws IOException {
    Map<String, String> told = trust.told(Map.of());

    assertThat(file(told, "NODE_EXTRA_CA_CERTS")).isEqualTo(ours);
    assertThat(file(told, "DENO_CERT")).isEqualTo(ours);
  }

  @Test
  void aFileThatASystemNamesIsKept() throws IOException {
    // Given
    String own = Files.writeString(temporary.resolve("own.pem"), OTHERS).toString();

    // When
    Map<String, String> told =
        trust.told(Map.of("REQUESTS_CA_BUNDLE", own, "NODE_EXTRA_CA_CERTS", own));

    // Then
    assertThat(file(told, "REQUESTS_CA_BUNDLE")).isEqualTo(OTHERS + "\n" + ours);
    assertThat(file(told, "NODE_EXTRA_CA_CERTS")).isEqualTo(OTHERS + "\n" + ours);
    assertThat(file(told, "SSL_CERT_FILE")).doesNotContain("others");
  }

  @Test
  void javaGetsATrustStoreBesideTheOptionsThatAreThere() throws Exception {
    // When
    String options =
        trust.told(Map.of("JAVA_TOOL_OPTIONS", "-Xmx64m")).getOrDefault("JAVA_TOOL_OPTIONS", "");

    // Then
    assertThat(options).startsWith("-Djavax.net.ssl.trustStore=").endsWith(" -Xmx64m");
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(temporary.resolve("run/authorities.p12"))) {
      store.load(in, "changeit".toCharArray());
    }
    assertThat(store.getCertificate("concordat")).isEqualTo(trust.authority().certificate());
    assertThat(store.size()).isGreaterThan(20);
  }

  @Test
  void aTrustStoreThatASystemNamesIsLeftAsItIs() throws IOException {
    String own = "-Djavax.net.ssl.trustStore=/own.p12";

    assertThat(trust.told(Map.of("JAVA_TOOL_OPTIONS", own)))
        .containsEntry("JAVA_TOOL_OPTIONS", own);
  }

  @Test
  void theKeyIsForItsOwnerOnlyAndInNoFileOfTheRun() throws IOException {
    trust.told(Map.of());

    assertThat(Files.getPosixFilePermissions(temporary.resolve("authority/authority.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var files = Files.list(temporary.resolve("run"))) {
      assertThat(files)
          .isNotEmpty()
          .noneSatisfy(file -> assertThat(file).content(ISO_8859_1).contains("PRIVATE KEY"));
    }
  }
}
