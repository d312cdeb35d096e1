package dev.concordat.contracts.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContractProblemsTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/concordat/contracts");

  @Test
  void everyProblemHasItsOwnIdAndSaysWhatItMeansAndHowToMendIt() {
    assertThat(ContractProblems.all()).extracting(ProblemRule::id).doesNotHaveDuplicates();
    assertThat(ContractProblems.all())
        .allSatisfy(
            rule -> {
              assertThat(rule.id()).matches("[a-z]+/[a-z0-9]+(-[a-z0-9]+)*");
              assertThat(rule.meaning()).as(rule.id()).endsWith(".");
              assertThat(rule.fix()).as(rule.id()).endsWith(".");
            });
  }

  @Test
  void everyIdInTheCodeIsInTheBook() throws IOException {
    String families =
        ContractProblems.all().stream()
            .map(ProblemRule::family)
            .distinct()
            .collect(Collectors.joining("|"));
    Set<String> written = found("\"((?:" + families + ")/[a-z][a-z0-9-]*-?)\"");

    assertThat(written).isSubsetOf(ids());
  }

  /// Readers of stubs and Arazzo give the id without its family.
  @Test
  void everyIdWithoutItsFamilyIsInTheBook() throws IOException {
    Set<String> written = found("\\b[a-z]+\\.(?:error|warning)\\(\\s*\"([a-z]+(?:-[a-z]+)*)\"");
    Set<String> known =
        ids().stream().map(id -> id.substring(id.indexOf('/') + 1)).collect(Collectors.toSet());

    assertThat(written).isNotEmpty().isSubsetOf(known);
  }

  /// To write the page anew, run with `-Dgolden=update`.
  @Test
  void theReferencePageSaysTheSame() throws IOException {
    Path page =
        Path.of(System.getProperty("concordat.root", ".."), "docs/reference/contract-problems.md");
    if (System.getProperty("golden", "").equals("update")) {
      Files.writeString(page, ContractProblems.markdown());
    }

    assertThat(page).content().isEqualTo(ContractProblems.markdown());
  }

  private static Set<String> ids() {
    return ContractProblems.all().stream().map(ProblemRule::id).collect(Collectors.toSet());
  }

  /// Any code but the book itself.
  private static boolean isReader(Path file) {
    return file.toString().endsWith(".java") && !file.startsWith(SOURCES.resolve("problems"));
  }

  private static Set<String> found(String pattern) throws IOException {
    Pattern compiled = Pattern.compile(pattern);
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(ContractProblemsTest::isReader).toList()) {
        compiled
            .matcher(Files.readString(file))
            .results()
            .map((MatchResult r) -> r.group(1))
            .forEach(found::add);
      }
    }
    return found;
  }
}
