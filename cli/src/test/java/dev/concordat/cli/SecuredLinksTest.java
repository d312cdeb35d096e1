package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Links that consumers are told an address with `https` of: Java's, Node's and Python's own clients trust them.
@Tag("slow")
@Order(1)
final class SecuredLinksTest {
  private static final String TLS = "{env: {RATES_URL: \"https://localhost:{port}\"}}";

  @TempDir private Path temporary;
  private PricesWorkspace workspace;
  private CommandTester concordat;

  @BeforeEach
  void aWorkspace() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("workspace"));
    workspace =
        PricesWorkspace.in(folder)
            .asking(
                "System.getenv(\"RATES_URL\")", "process.env.RATES_URL", "os.environ['RATES_URL']");
    concordat = new CommandTester(temporary.resolve("home"), folder);
  }

  @AfterEach
  void nothingIsLeftRunning() {
    assertThat(Survivors.of(temporary.resolve("home"))).isEmpty();
  }

  @Test
  void whatIsRightHolds() {
    workspace.consuming(TLS.replace("https://localhost", "https://{host}"), "");

    CommandTester.Result result = concordat.run("test");

    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }

  @Test
  void whatBreaksAContractInsideOfTlsIsFoundOnEachLink() {
    workspace.consuming(TLS, "");
    workspace.breakingTheContract();

    CommandTester.Result result = concordat.run("test");

    PricesWorkspace.assertBroken(result);
  }

  @Test
  void aFaultOnALinkWithTlsMeetsItsConsumer() {
    workspace
        .consuming(TLS, "")
        .with(
            "flows/price.flow.yaml",
            """
            flow: nobody tells the rate
            faults:
              - {on: desk -> rates.rate, fault: {status: 503}}
            steps:
              - call: desk.price
                expect: {status: 502}
            """);

    CommandTester.Result result = concordat.run("test", "flows/price.flow.yaml");

    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }

  @Nested
  class OfASystemThatServesHttpsItself {
    @BeforeEach
    void withACertificateOfItsOwn() throws Exception {
      keytool(
          "-genkeypair", "-keyalg", "EC", "-dname", "CN=rates.internal", "-storetype", "PKCS12");
      keytool("-exportcert", "-rfc", "-file", "rates.pem");
      workspace
          .replacing("rates/main.cjs", "require('node:http')", "require('node:https')")
          .replacing(
              "rates/main.cjs",
              "createServer(",
              "createServer({pfx: require('node:fs').readFileSync('rates.p12'), passphrase: 'changeit'}, ");
    }

    private void keytool(String... arguments) throws Exception {
      List<String> command =
          new ArrayList<>(
              List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
      command.addAll(List.of(arguments));
      command.addAll(
          List.of("-alias", "rates", "-keystore", "rates.p12", "-storepass", "changeit"));
      Process process =
          new ProcessBuilder(command)
              .directory(workspace.folder().resolve("rates").toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void itsCertificateIsTrustedWhereItIsNamed() {
      workspace.consuming(TLS, "    tls: rates.pem\n");

      CommandTester.Result result = concordat.run("test");

      assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    @Test
    void aSystemThatNobodySaysThisOfIsRecognised() {
      workspace.alone("");

      CommandTester.Result result = concordat.run("test", "--ready-limit", "5s");

      assertThat(result.exitCode()).isEqualTo(3);
      assertThat(result.err())
          .contains("rates: was not ready after 5 s")
          .contains("It serves HTTPS: name the PEM file with its certificate")
          .contains("under `tls:` in concordat.yaml");
    }

    @Test
    void anotherCertificateThanTheOneNamedIsNotTrusted() throws Exception {
      workspace.alone("    tls: rates.pem\n");
      Files.delete(workspace.folder().resolve("rates/rates.p12"));
      keytool(
          "-genkeypair", "-keyalg", "EC", "-dname", "CN=rates.internal", "-storetype", "PKCS12");

      CommandTester.Result result = concordat.run("test", "--ready-limit", "5s");

      assertThat(result.exitCode()).isEqualTo(3);
      assertThat(result.err())
          .contains("rates: was not ready after 5 s")
          .contains("TLS with it fails: ", "Trusted is what ", "rates.pem holds");
    }

    @Test
    void aFileThatHoldsNoCertificateIsNamed() {
      workspace.with("rates/none.pem", "nothing\n").alone("    tls: none.pem\n");

      CommandTester.Result result = concordat.run("test");

      assertThat(result.exitCode()).isEqualTo(3);
      assertThat(result.err())
          .contains("rates: its `tls` file ", "none.pem cannot be used: it holds no certificate");
    }
  }
}
