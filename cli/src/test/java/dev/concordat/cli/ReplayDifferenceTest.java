package dev.concordat.cli;

import static dev.concordat.cli.ComparedWorkspace.NARROWER;
import static dev.concordat.cli.ComparedWorkspace.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `concordat replay` for differences that a comparison found.
class ReplayDifferenceTest {
  private static final Pattern REPLAY = Pattern.compile("concordat replay ([0-9a-f]{6})");

  @TempDir private Path temporary;
  private ComparedWorkspace workspace;

  @BeforeEach
  void aWorkspace() throws IOException {
    workspace = ComparedWorkspace.in(temporary).with("old.yaml", ORDERS).with("new.yaml", NARROWER);
  }

  @Test
  void bothContractsAreShownTheMessageAgain() {
    String id = idOf(workspace.run("diff", "old.yaml", "new.yaml"));

    var result = workspace.run("replay", id);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("    {\"sku\":\"\",\"qty\":1}\n")
        .contains("  ✓ old.yaml allows it\n")
        .contains("  ✗ new.yaml refuses it: qty: 1 is too small")
        .contains("  comparing anew finds the difference again\n")
        .endsWith("still broken\n");
  }

  @Test
  void whatWasMendedHoldsNow() {
    String id = idOf(workspace.run("diff", "old.yaml", "new.yaml"));
    workspace.with("new.yaml", ORDERS);

    var result = workspace.run("replay", id.substring(0, 4));

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("  ✓ new.yaml allows it\n").endsWith("it holds now\n");
  }

  @Test
  void anotherMessageThatShowsTheSameDifferenceIsNoMending() {
    String id = idOf(workspace.run("diff", "old.yaml", "new.yaml"));
    workspace.with("new.yaml", ORDERS.replace("minimum: 1}", "minimum: 1, maximum: 8}"));

    var result = workspace.run("replay", id);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("  ✓ new.yaml allows it\n").endsWith("still broken\n");
  }

  @Test
  void anOldRevisionStaysTheCommitThatItWas() {
    workspace.committed();
    workspace.with("old.yaml", NARROWER);
    String id = idOf(workspace.run("diff", "main:old.yaml", "new.yaml"));
    workspace.commit("main goes on");

    var result = workspace.run("replay", id);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("  ✓ main:old.yaml allows it\n");
  }

  @Test
  void saysTheSameAsJson() {
    String id = idOf(workspace.run("diff", "old.yaml", "new.yaml"));

    var result = workspace.run("replay", id, "--format", "json");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("\"says\": \"allows\"", "\"says\": \"refuses\"", "\"broken\": true");
  }

  @Test
  void onlyTheNewestComparisonsAreKept() throws IOException {
    for (int i = 0; i < 52; i++) {
      workspace.run("diff", "old.yaml", "new.yaml");
    }

    try (Stream<Path> files = Files.list(temporary.resolve("home/comparisons"))) {
      assertThat(files).hasSize(50);
    }
  }

  @Nested
  class Failures {
    @Test
    void anUnknownIdIsBadInput() {
      var result = workspace.run("replay", "ffffff");

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err())
          .contains("no incident 'ffffff'")
          .contains("no difference of a comparison");
    }

    @Test
    void aContractThatIsGoneIsBadInput() throws IOException {
      String id = idOf(workspace.run("diff", "old.yaml", "new.yaml"));
      Files.delete(workspace.folder().resolve("new.yaml"));

      var result = workspace.run("replay", id);

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("new.yaml: there is no file");
    }

    @Test
    void standardInputIsNotKept() {
      String id = idOf(workspace.runWith(ORDERS, Map.of(), "diff", "-", "new.yaml"));

      var result = workspace.run("replay", id);

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("standard input, which is not kept");
    }

    @Test
    void anIdThatMayBeSeveralListsThem() {
      workspace.with("two.yaml", NARROWER.replace("maximum: 100", "maximum: 50"));
      workspace.run("diff", "old.yaml", "two.yaml");

      var result = workspace.run("replay", "");

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err())
          .contains("may be several:")
          .contains("agree/body-refused")
          .contains("agree/parameter-refused");
    }
  }

  private static String idOf(CommandTester.Result result) {
    Matcher matcher = REPLAY.matcher(result.out());
    assertThat(matcher.find()).as(result.out() + result.err()).isTrue();
    return matcher.group(1);
  }
}
