package dev.concordat.cli;

import static dev.concordat.cli.ComparedWorkspace.NARROWER;
import static dev.concordat.cli.ComparedWorkspace.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Contracts from git revisions.
class RevisionTest {
  private static final String REFERRING =
      ORDERS.replace("sku: {type: string}", "sku: {$ref: 'common/my%20types.yaml#/sku'}");

  @TempDir private Path temporary;
  private ComparedWorkspace workspace;

  @BeforeEach
  void aRepository() throws IOException {
    workspace =
        ComparedWorkspace.in(temporary)
            .with("openapi.yaml", ORDERS)
            .with("api/orders.yaml", REFERRING)
            .with("api/common/my types.yaml", "sku: {type: string}\n")
            .with("README.md", "# Orders\n")
            .committed();
    workspace.git("tag", "v1.0");
  }

  @Test
  void whatABranchChangesIsComparedWithTheWorkingTree() {
    workspace.with("openapi.yaml", NARROWER);

    var result = workspace.run("diff", "main:openapi.yaml", "openapi.yaml");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("✗ 1 break: main:openapi.yaml → openapi.yaml\n")
        .contains("    old      main:openapi.yaml:16  ")
        .contains("    new      openapi.yaml:16  ");
  }

  @ParameterizedTest
  @CsvSource({"HEAD", "HEAD~0", "v1.0", "refs/heads/main", "main@{0}"})
  void aRevisionIsWhateverGitTakesForOne(String revision) {
    var result = workspace.run("diff", revision + ":openapi.yaml", "openapi.yaml");

    assertThat(result.exitCode()).isZero();
  }

  @Test
  void bothSidesMayBeRevisions() {
    workspace.with("openapi.yaml", NARROWER).commit("narrower");

    var result = workspace.run("diff", "v1.0:openapi.yaml", "main:openapi.yaml");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("v1.0:openapi.yaml:16").contains("main:openapi.yaml:16");
  }

  @Test
  void referencesAreFollowedWithinTheRevision() {
    workspace.with("api/common/my types.yaml", "sku: {type: string, maxLength: 3}\n");

    var result = workspace.run("diff", "main:api/orders.yaml", "api/orders.yaml");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("old      main:api/common/my types.yaml:1  sku: {type: string}")
        .contains("new      api/common/my types.yaml:1  sku: {type: string, maxLength: 3}");
  }

  @Test
  void foldersOfARevisionAreComparedFileByFile() {
    workspace.with("api/orders.yaml", NARROWER);

    var result = workspace.run("diff", "v1.0:api/", "api/");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("v1.0:api/orders.yaml:16");
  }

  @Test
  void aPathWithADotIsSeenFromTheWorkingFolder() {
    var inside = new CommandTester(workspace.home(), workspace.folder().resolve("api"));

    var result = inside.run("diff", "main:./orders.yaml", "orders.yaml");

    assertThat(result.exitCode()).isZero();
  }

  @Test
  void aFileOfThatNameComesBeforeARevision() {
    workspace.with("main:openapi.yaml", NARROWER);

    var result = workspace.run("diff", "openapi.yaml", "main:openapi.yaml");

    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void nothingOfTheRepositoryIsRun() throws IOException {
    Path trace = temporary.resolve("trace");
    for (String hook : List.of("post-checkout", "post-index-change", "reference-transaction")) {
      Path file = workspace.folder().resolve(".git/hooks/" + hook);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "#!/bin/sh\ntouch '" + trace + "'\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    workspace.git("config", "core.fsmonitor", "touch '" + trace + "'");
    workspace.git("config", "filter.evil.smudge", "touch '" + trace + "'");
    workspace.git("config", "core.pager", "touch '" + trace + "'");
    workspace.with(".gitattributes", "*.yaml filter=evil export-ignore\n");

    var result = workspace.run("diff", "main:openapi.yaml", "openapi.yaml");

    assertThat(result.exitCode()).isZero();
    assertThat(trace).doesNotExist();
  }

  @Test
  void symbolicLinksAreFollowedWithinTheRevision() throws IOException {
    Files.createSymbolicLink(workspace.folder().resolve("latest.yaml"), Path.of("api/orders.yaml"));
    workspace.commit("a link");

    var result = workspace.run("diff", "main:latest.yaml", "api/orders.yaml");

    assertThat(result.out()).contains("latest.yaml");
    assertThat(result.exitCode()).isNotEqualTo(2);
  }

  @Test
  void theCopyIsGoneAfterwards() throws IOException {
    List<Path> before = copies();

    workspace.run("diff", "main:openapi.yaml", "openapi.yaml");
    workspace.run("diff", "main:nowhere.yaml", "openapi.yaml");

    assertThat(copies()).isEqualTo(before);
  }

  private static List<Path> copies() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("concordat-revision"))
          .sorted()
          .toList();
    }
  }

  @Nested
  class Failures {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "mian:openapi.yaml      | the repository has no revision 'mian'                | did you"
              + " mean main:openapi.yaml?",
          "--all:openapi.yaml     | there is no option                                   | --all",
          "v9:openapi.yaml        | the repository has no revision 'v9'                  | git"
              + " fetch",
          "main:opnapi.yaml       | the revision 'main' has no 'opnapi.yaml'             | did you"
              + " mean main:openapi.yaml?",
          "main:orders.yaml       | the revision 'main' has no 'orders.yaml'             | did you"
              + " mean main:api/orders.yaml?",
          "main:README.md         | none of the contracts that can be read               |"
              + " README.md",
          "main:../openapi.yaml   | the revision 'main' has no                           | ",
          "C:/openapi.yaml        | there is no file or folder of that name              | ",
          "C:\\\\openapi.yaml     | there is no file or folder of that name              | ",
          "https://host/api.yaml  | there is no file or folder of that name              | ",
        })
    void aWrongRevisionOrPathIsAnswered(String word, String answer, String fix) {
      var result = workspace.run("diff", word, "openapi.yaml");

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.out() + result.err()).contains(answer).contains(fix == null ? "" : fix);
    }

    @Test
    void aRevisionOutsideOfRepositoriesIsNoFile() throws IOException {
      Path outside = Files.createDirectories(temporary.resolve("outside"));
      Files.writeString(outside.resolve("openapi.yaml"), ORDERS);

      var result =
          new CommandTester(workspace.home(), outside)
              .run("diff", "main:openapi.yaml", "openapi.yaml");

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.out()).contains("is in no git repository");
    }

    @Test
    void aShallowCloneSaysSo() throws IOException {
      workspace.with("openapi.yaml", NARROWER).commit("narrower");
      ComparedWorkspace.git(
          temporary, "clone", "--quiet", "--depth", "1", "file://" + workspace.folder(), "shallow");

      var result =
          new CommandTester(workspace.home(), temporary.resolve("shallow"))
              .run("diff", "HEAD~1:openapi.yaml", "openapi.yaml");

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.out()).contains("the clone is shallow").contains("fetch-depth: 0");
    }

    @Test
    void aBranchThatIsOnlyOnTheServerIsFoundThere() throws IOException {
      workspace.git("branch", "release");
      ComparedWorkspace.git(temporary, "clone", "--quiet", "file://" + workspace.folder(), "clone");

      var result =
          new CommandTester(workspace.home(), temporary.resolve("clone"))
              .run("diff", "release:openapi.yaml", "openapi.yaml");

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.out()).contains("fix: write origin/release:openapi.yaml");
    }
  }
}
