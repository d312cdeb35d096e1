package dev.concordat.contracts.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every problem as people see it: `problems/FAMILY/ID/CASE/` in the test resources holds a contract and the text.
/// `-Dgolden=update` writes the texts anew.
class GoldenProblemsTest {
  private static final Path CASES = Path.of("src/test/resources/problems").toAbsolutePath();

  /// Ids whose owners are still writing their case.
  private static final Set<String> STILL_WITHOUT_A_CASE = Set.of();

  /// What reading does not show: told by the server of stubs, and tested there.
  private static final Set<String> TOLD_WHEN_SERVED =
      Set.of("stub/cannot-be-served", "stub/forbidden-by-contract");

  @TempDir private Path scratch;

  static List<GoldenCase> cases() throws IOException {
    try (Stream<Path> folders = Files.walk(CASES, 3)) {
      var cases = new java.util.ArrayList<GoldenCase>();
      for (Path folder : folders.filter(GoldenProblemsTest::isCase).sorted().toList()) {
        cases.add(new GoldenCase(folder));
      }
      return cases;
    }
  }

  private static boolean isCase(Path folder) {
    return CASES.relativize(folder).getNameCount() == 3 && Files.isDirectory(folder);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsLikeItsGoldenText(GoldenCase golden) throws IOException {
    String text = golden.text(scratch);

    if (System.getProperty("golden", "").equals("update")) {
      golden.write(text);
    }
    assertThat(text).isEqualTo(golden.expected());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void showsTheProblemThatItIsNamedAfter(GoldenCase golden) throws IOException {
    List<Problem> problems = golden.problems(scratch);

    assertThat(problems).extracting(Problem::rule).contains(golden.id());
    assertThat(problems).extracting(Problem::rule).isSubsetOf(ids());
  }

  @Test
  void everyProblemOfTheBookHasACase() throws IOException {
    Set<String> covered = cases().stream().map(GoldenCase::id).collect(Collectors.toSet());

    Set<String> missing = new TreeSet<>(ids());
    missing.removeAll(covered);
    missing.removeAll(TOLD_WHEN_SERVED);

    assertThat(missing).isEqualTo(new TreeSet<>(STILL_WITHOUT_A_CASE));
  }

  private static Set<String> ids() {
    return ContractProblems.all().stream().map(ProblemRule::id).collect(Collectors.toSet());
  }
}
