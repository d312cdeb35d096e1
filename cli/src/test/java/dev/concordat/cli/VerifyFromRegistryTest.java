package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.cli.CommandTester.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `concordat verify` between a registry of ours and a real provider: what it asks for, publishes, and what the gate makes
/// of it.
@Tag("slow")
final class VerifyFromRegistryTest {
  @TempDir private Path folder;

  private Result run(Map<String, String> variables, String... arguments) {
    return new CommandTester(CommandTester.HOME, folder).runWith("", variables, arguments);
  }

  private Result verify(
      Map<String, String> variables, ChargesProvider provider, String version, String... more) {
    String[] first = {
      "verify",
      "--provider",
      "payments",
      "--url",
      provider.url("/api"),
      "--states-url",
      provider.url("/states"),
      "--version",
      version,
      "--branch",
      "main"
    };
    String[] all = new String[first.length + more.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return run(variables, all);
  }

  private void publish(Map<String, String> at, String pact, String version, String branch)
      throws IOException {
    Files.writeString(folder.resolve("orders-payments.json"), pact);
    Result result =
        run(at, "publish", "orders-payments.json", "--version", version, "--branch", branch);
    assertThat(result.exitCode()).describedAs(result.err()).isZero();
  }

  @Test
  void whatIsVerifiedAndPublishedIsWhatTheGateSays() throws Exception {
    try (RunningRegistry registry =
            new RunningRegistry(CommandTester.HOME, folder.resolve("data"));
        ChargesProvider provider = new ChargesProvider()) {
      // Given
      Map<String, String> at = registry.variables();
      publish(at, VerifyCommandTest.PACT, "1", "main");
      Result unknown = run(at, "gate", "orders@1", "--merge");

      // When
      Result tried = verify(at, provider, "p1");
      Result stillUnknown = run(at, "gate", "orders@1", "--merge");
      Result kept =
          verify(
              at,
              provider,
              "p1",
              "--publish",
              "--build-url",
              "https://ci.example/7",
              "--tag",
              "live");
      Result safe = run(at, "gate", "orders@1", "--merge");
      provider.answers("{\"id\": 1, \"amount\": 10.1}");
      Result broken = verify(at, provider, "p2", "--publish");
      Result unsafe = run(at, "gate", "orders@1", "--merge");

      // Then
      assertThat(unknown.out()).startsWith("UNKNOWN");
      assertThat(tried.exitCode()).describedAs(tried.err() + tried.out()).isZero();
      assertThat(tried.out()).contains("keeps 1 pact").doesNotContain("published as");
      assertThat(stillUnknown.out()).startsWith("UNKNOWN");
      assertThat(kept.out()).contains("published as kept by p1 to " + at.get("CONCORDAT_REGISTRY"));
      assertThat(safe.out()).startsWith("SAFE");
      assertThat(broken.exitCode()).isEqualTo(1);
      assertThat(broken.out())
          .contains("$.amount")
          .containsPattern("pacts.orders-payments\\.json:\\d+")
          .contains("published as broken by p2");
      assertThat(unsafe.out()).startsWith("UNSAFE").contains("$.amount");
    }
  }

  @Test
  void whatNeverHeldMayFailWhereThatIsAskedFor() throws Exception {
    try (RunningRegistry registry =
            new RunningRegistry(CommandTester.HOME, folder.resolve("data"));
        ChargesProvider provider = new ChargesProvider()) {
      // Given
      Map<String, String> at = registry.variables();
      publish(at, VerifyCommandTest.PACT, "1", "main");
      assertThat(verify(at, provider, "p1", "--publish").exitCode()).isZero();
      publish(
          at, VerifyCommandTest.PACT.replace("10.10", "x").replace("amount", "cents"), "2", "feat");

      // When
      Result head = verify(at, provider, "p2", "--selector", "branch=feat");
      Result pending = verify(at, provider, "p2", "--selector", "branch=feat", "--pending");
      Result wip =
          verify(
              at,
              provider,
              "p2",
              "--selector",
              "main",
              "--pending",
              "--wip-since",
              "2020-01-01",
              "--publish");
      Result none = verify(at, provider, "p2", "--selector", "branch=none");
      Result good = verify(at, provider, "p2", "--selector", "branch=none", "--allow-none");

      // Then
      assertThat(head.exitCode()).isEqualTo(1);
      assertThat(pending.exitCode()).describedAs(pending.err()).isZero();
      assertThat(pending.out()).contains("pending, so the build goes on").contains("$.cents");
      assertThat(pending.err()).contains("This pact is in pending state");
      assertThat(wip.exitCode()).isZero();
      assertThat(wip.out()).contains("work in progress").contains("1 kept, 0 broken, 1 pending");
      assertThat(none.exitCode()).isEqualTo(2);
      assertThat(none.err())
          .contains("no consumer has one with payments that these selectors choose");
      assertThat(good.exitCode()).isZero();
    }
  }

  @Test
  void itFindsABrokerAsPactsToolsDo() throws Exception {
    try (RunningRegistry registry =
            new RunningRegistry(CommandTester.HOME, folder.resolve("data"));
        ChargesProvider provider = new ChargesProvider()) {
      // Given
      Map<String, String> at = registry.variables();
      publish(at, VerifyCommandTest.PACT, "1", "main");
      Map<String, String> theirs = new HashMap<>();
      theirs.put("PACT_BROKER_BASE_URL", at.get("CONCORDAT_REGISTRY"));

      // When
      Result stranger = verify(theirs, provider, "p1");
      Result ours = verify(with(theirs, "CONCORDAT_TOKEN", at), provider, "p1");
      Result known = verify(with(theirs, "PACT_BROKER_TOKEN", at), provider, "p1");
      Result unreadable = verify(at, provider, "p1", "--selector", "{\"nonsense\": true}");

      // Then
      assertThat(stranger.exitCode()).isEqualTo(2);
      assertThat(stranger.err()).contains("answered 401").contains("PACT_BROKER_TOKEN");
      assertThat(ours.exitCode()).isEqualTo(2);
      assertThat(known.exitCode()).describedAs(known.err()).isZero();
      assertThat(unreadable.exitCode()).isEqualTo(2);
      assertThat(unreadable.err()).contains("answered 400").contains("must specify a value for");
    }
  }

  private static Map<String, String> with(
      Map<String, String> variables, String name, Map<String, String> at) {
    Map<String, String> more = new HashMap<>(variables);
    more.put(name, at.get("CONCORDAT_TOKEN"));
    return more;
  }
}
