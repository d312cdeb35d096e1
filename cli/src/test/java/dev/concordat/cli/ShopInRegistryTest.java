package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.cli.CommandTester.Result;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// The shop's teams publish, one of them breaks another on a branch, and both hear of it: all with the commands that they use.
@Tag("slow")
final class ShopInRegistryTest {
  private static final int MAX_SECONDS = 60;
  private static final String SECRET = "what only team-payments and the registry know";
  private static final String BREAKING =
      "    Amount:\n      type: string\n      pattern: '^(0|[1-9][0-9]{0,7})\\.[0-9]{2}$'\n";

  @TempDir private Path folder;

  @Test
  void aBreakingChangeOnABranchIsUnsafeAndItsOwnersHaveItSigned(TestReporter reporter)
      throws Exception {
    // Given
    Path shop = copied();
    ComparedWorkspace work = new ComparedWorkspace(shop, CommandTester.HOME);
    work.committed();
    try (SignedMessages payments = SignedMessages.start(SECRET);
        SignedMessages checkout = SignedMessages.start(SECRET);
        RunningRegistry registry =
            new RunningRegistry(
                CommandTester.HOME,
                folder.resolve("data"),
                "--webhook-host",
                "localhost",
                "--webhook-http")) {
      Map<String, String> at = registry.variables();
      channel(at, "team-payments", payments);
      channel(at, "team-checkout", checkout);
      Result first = work.runWith("", at, "publish", "--version", "1");
      edit(shop, "version: 2.4.0", "version: 2.4.1");
      work.commit("second");
      Result second = work.runWith("", at, "publish", "--version", "2");
      for (String system : List.of("storefront", "orders", "payments", "stock", "notifications")) {
        work.runWith(
            "", at, "deployed", system, "--version", "2", "--to", "live", "--create-environment");
      }
      Result safe = work.runWith("", at, "gate", "payments@2", "--to", "live");
      work.git("switch", "--quiet", "--create", "amounts-as-numbers");
      edit(shop, BREAKING, "    Amount:\n      type: number\n");
      work.commit("Amounts are numbers");

      // When
      long start = System.nanoTime();
      Result broken = work.runWith("", at, "publish", "--only", "payments", "--version", "3");
      long end = System.nanoTime();
      Optional<SignedMessages.Message> owner = payments.next(this::isOpening, MAX_SECONDS);
      Optional<SignedMessages.Message> consumer = checkout.next(this::isOpening, MAX_SECONDS);
      Result gate = work.runWith("", at, "gate", "payments@3", "--to", "live");

      // Then
      assertThat(first.err()).isEmpty();
      assertThat(first.out()).contains("storefront 1").contains("notifications 1");
      assertThat(first.out() + second.out())
          .contains("orders 1 with payments 1: fits")
          .contains("payments 2   branch main   (the command line)");
      assertThat(safe.out()).startsWith("SAFE");
      assertThat(broken.out())
          .contains("payments 3   branch amounts-as-numbers")
          .contains("orders 2 with payments 3: BREAKS");
      assertThat(gate.exitCode()).isEqualTo(1);
      assertThat(gate.out())
          .startsWith("UNSAFE: payments@3 would break something at live")
          .contains("orders@2")
          .contains("team-payments")
          .contains("\"amount\"");
      assertThat(owner.map(SignedMessages.Message::body).orElse(""))
          .contains("\"owner\":\"team-payments\"")
          .contains("payments 3 breaks what orders 2 needs")
          .contains("\"witness\"")
          .contains("amount");
      assertThat(consumer.map(SignedMessages.Message::body).orElse(""))
          .contains("payments 3 breaks what orders 2 needs");
      assertThat(payments.refused() + checkout.refused()).isZero();
      reporter.publishEntry("seconds of publishing", seconds(end - start));
      owner.ifPresent(
          it ->
              reporter.publishEntry(
                  "seconds from the start of publishing to the owner",
                  seconds(it.atNanos() - start)));
    }
  }

  private boolean isOpening(String body) {
    return body.contains("dev.concordat.incident.opened");
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.2f", nanos / 1e9);
  }

  private static void channel(Map<String, String> at, String team, SignedMessages to)
      throws Exception {
    String body =
        "{\"kind\": \"cloudevents\", \"team\": \"%s\", \"url\": \"%s\", \"secret\": \"%s\"}"
            .formatted(team, to.url(), SECRET);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(at.get("CONCORDAT_REGISTRY") + "/channels"))
                  .header("Authorization", "Bearer " + at.get("CONCORDAT_TOKEN"))
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(201);
      assertThat(answer.body()).doesNotContain(SECRET);
    }
  }

  private static void edit(Path shop, String from, String to) throws IOException {
    Path file = shop.resolve("payments/openapi.yaml");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  /// The shop without what building it leaves behind.
  private Path copied() throws IOException {
    Path from = CommandTester.ROOT.resolve("examples/shop");
    Path to = folder.resolve("shop");
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).map(from::relativize).toList();
    }
    for (Path file : files) {
      if (!file.toString().matches("(.*/)?(target|node_modules)/.*")) {
        Files.createDirectories(to.resolve(file).getParent());
        Files.copy(from.resolve(file), to.resolve(file));
      }
    }
    return to;
  }
}
