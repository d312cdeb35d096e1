package dev.concordat.compare.oasdiff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page with the names that other tools have for what is found here.
class ComparisonRulesPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("concordat.root", ".."), "docs/reference/comparison-rules.md");

  /// Which of our rules tells it when it does harm; the first that fits. What does none is `agree/changed-safely`.
  private static final Map<Pattern, Rule> OURS = new java.util.LinkedHashMap<>();

  static {
    ours(
        "stability|sunset|deprecated|reactivated|version-|schema-level",
        AgreeRules.LIFECYCLE_BROKEN);
    ours("(api|endpoint|webhook)-(path-)?removed.*", AgreeRules.OPERATION_REMOVED);
    ours("api-operation-id|api-tag|api-schema", AgreeRules.CLIENT_CODE_CHANGED);
    ours("security", AgreeRules.SECURITY_ADDED);
    ours("default-value|content-(schema|media-type|encoding)", AgreeRules.MEANING_CHANGED);
    ours("parameter|request-header", AgreeRules.PARAMETER_REFUSED);
    ours("^(new-(required|optional)-)?request-", AgreeRules.BODY_REFUSED);
    ours("success-status-removed", AgreeRules.SUCCESS_REMOVED);
    ours("status", AgreeRules.STATUS_UNEXPECTED);
    ours("response-header", AgreeRules.RESPONSE_HEADER_UNEXPECTED);
    ours("response", AgreeRules.RESPONSE_BODY_UNEXPECTED);
    ours("", AgreeRules.CHANGED_SAFELY);
  }

  private static void ours(String pattern, Rule rule) {
    OURS.put(Pattern.compile(pattern), rule);
  }

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
    return OURS.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(id).find())
        .map(entry -> "`" + entry.getValue().id() + "`")
        .findFirst()
        .orElseThrow();
  }
}
