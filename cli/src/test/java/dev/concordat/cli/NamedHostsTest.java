package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Systems in which the address of another is written down, so that no variable can change it: Java's, Node's and Python's own
/// clients come to their links all the same.
@Tag("slow")
@Order(1)
final class NamedHostsTest {
  private static final String HOSTS = "{hosts: [rates.internal]}";

  @TempDir private Path temporary;
  private PricesWorkspace workspace;
  private CommandTester concordat;

  @BeforeEach
  void aWorkspace() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("workspace"));
    workspace = PricesWorkspace.in(folder).consuming(HOSTS, "");
    concordat = new CommandTester(temporary.resolve("home"), folder);
  }

  @AfterEach
  void nothingIsLeftRunning() {
    assertThat(Survivors.of(temporary.resolve("home"))).isEmpty();
  }

  private void asking(String address) {
    workspace.asking("\"" + address + "\"", "'" + address + "'", "'" + address + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://rates.internal:8080", "https://rates.internal"})
  void whatIsRightHolds(String address) {
    asking(address);

    CommandTester.Result result = concordat.run("test");

    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://rates.internal:8080", "https://rates.internal"})
  void whatBreaksAContractIsFoundOnEachLink(String address) {
    asking(address);
    workspace.breakingTheContract();

    CommandTester.Result result = concordat.run("test");

    PricesWorkspace.assertBroken(result);
  }

  @Test
  void aFaultOnSuchALinkMeetsItsConsumer() {
    asking("http://rates.internal:8080");
    workspace.with(
        "flows/price.flow.yaml",
        """
        flow: nobody tells the rate
        faults:
          - {on: orders -> rates.rate, fault: {status: 503}}
          - {on: desk -> rates.rate, fault: {status: 503}}
          - {on: till -> rates.rate, fault: {status: 503}}
        steps:
          - {call: orders.price, expect: {status: 502}}
          - {call: desk.price, expect: {status: 502}}
          - {call: till.price, expect: {status: 502}}
        """);

    CommandTester.Result result = concordat.run("test", "flows/price.flow.yaml");

    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }

  @Test
  void aHostThatNobodyClaimsIsRefusedAndTheReportNamesIt() {
    asking("http://elsewhere.example");

    CommandTester.Result result = concordat.run("test");

    assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
    assertThat(result.out() + result.err())
        .contains(
            "orders called elsewhere.example:80, which no system here claims: refused",
            "desk called elsewhere.example:80, which no system here claims: refused",
            "till called elsewhere.example:80, which no system here claims: refused");
  }
}
