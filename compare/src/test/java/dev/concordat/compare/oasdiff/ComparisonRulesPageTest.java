package dev.concordat.compare.oasdiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The page with the names that other tools have for what is found here.
class ComparisonRulesPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("concordat.root", ".."), "docs/reference/comparison-rules.md");

  /// To write the page anew, run with `-Drules.write=true`.
  @Test
  void theReferencePageSaysTheSame() throws IOException {
    if (Boolean.getBoolean("rules.write")) {
      Files.writeString(PAGE, page());
    }

    assertThat(PAGE).content().isEqualTo(page());
  }

  private static String page() {
    var page =
        new StringBuilder(
            """
            # Rules of comparing OpenAPI documents, and what others call them

            A difference has one of the few rules of [agree](rules.md#agree): which part of a message it meets, and what it
            does there. What exactly changed is in its message, and in the names that other tools have for it (`aliases` in
            JSON): an ignore file may name either. This page lists oasdiff's names. *Here* is our rule for such a change
            where it does harm; where it is proved to do none, or only documentation changed, it is `agree/changed-safely`.
            oasdiff's level is the one that oasdiff gives the name, not our verdict: [where we disagree](
            ../explanation/where-we-disagree.md).

            """
                .replace("](\n", "]("));
    for (OasdiffRules.Decision decision : OasdiffRules.Decision.values()) {
      page.append("## Decided by ").append(decision.words()).append("\n\n");
      page.append("| oasdiff | its level | here |\n|---|---|---|\n");
      Map<String, OasdiffRules.Row> rows = new TreeMap<>();
      OasdiffRules.rows().stream()
          .filter(row -> row.decision() == decision)
          .forEach(row -> row.ids().forEach(id -> rows.put(id, row)));
      rows.forEach(
          (id, row) -> page.append("| `%s` | %s | %s |\n".formatted(id, row.level(), here(id))));
      page.append('\n');
    }
    return page.toString().stripTrailing() + "\n";
  }

  private static String here(String id) {
    String reason = OasdiffRules.unnamed().get(id);
    if (reason != null) {
      return "not named: " + reason;
    }
    return "`" + OasdiffCatalogue.ours(id).id() + "`";
  }
}
