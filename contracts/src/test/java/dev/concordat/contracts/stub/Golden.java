package dev.concordat.contracts.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.ProblemText;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The problems of a document as people see them, against a golden text beside the test. `-Dgolden=update` writes it
/// anew.
public final class Golden {
  private Golden() {}

  public static void assertProblems(
      Class<?> test, String name, Document document, List<Problem> problems) throws IOException {
    var text = new StringBuilder();
    problems.forEach(problem -> text.append(ProblemText.of(problem, document)).append('\n'));
    assertThat(text.toString()).isEqualTo(golden(test, name, text.toString()));
  }

  private static String golden(Class<?> test, String name, String actual) throws IOException {
    if (System.getProperty("golden", "").equals("update")) {
      Path folder = Path.of("src/test/resources", test.getPackageName().replace('.', '/'));
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), actual);
      return actual;
    }
    try (InputStream in = test.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
