package dev.concordat.compare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.problems.ProblemRule;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.ProblemText;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every mistake in a list of accepted differences as people see it: `acceptance/NAME.yaml` in the test resources, and the text
/// beside it. `-Dgolden=update` writes the texts anew.
class AcceptanceProblemsTest {
  private static final Path CASES = Path.of("src/test/resources/acceptance").toAbsolutePath();
  private static final LocalDate TODAY = LocalDate.parse("2026-11-28");

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void readsLikeItsGoldenText(String name) throws IOException {
    Document document = new DocumentReader(CASES).read(Path.of(name));

    List<Problem> problems = problems(document);

    var text = new StringBuilder();
    problems.forEach(each -> text.append(ProblemText.of(each, document)).append('\n'));
    Path golden = CASES.resolve(name.replace(".yaml", ".txt"));
    if (System.getProperty("golden", "").equals("update")) {
      Files.writeString(golden, text);
    }
    assertThat(golden).content().isEqualTo(text.toString());
  }

  @Test
  void everyProblemOfTheBookHasACase() throws IOException {
    Set<String> shown = new TreeSet<>();
    for (String name : names()) {
      problems(new DocumentReader(CASES).read(Path.of(name))).stream()
          .map(Problem::rule)
          .filter(rule -> rule.startsWith("ignore/"))
          .forEach(shown::add);
    }
    shown.addAll(tooMany());

    assertThat(shown)
        .isEqualTo(
            AcceptanceProblems.all().stream()
                .map(ProblemRule::id)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static List<Problem> problems(Document document) {
    return Acceptances.read(document).apply(List.of(), TODAY).problems();
  }

  /// Entries that are not read any more, and one that expired, are made here: the one is too long for a file, the other
  /// needs a difference.
  private static Set<String> tooMany() {
    String list = "accept: [" + "{},".repeat(5_000) + "{}]";
    var found = new ArrayList<>(problems(parsed(list)).stream().map(Problem::rule).toList());
    found.add("ignore/expired");
    return Set.copyOf(found);
  }

  private static Document parsed(String text) {
    return new DocumentReader(CASES).parse("list.yaml", text.getBytes(StandardCharsets.UTF_8));
  }
}
