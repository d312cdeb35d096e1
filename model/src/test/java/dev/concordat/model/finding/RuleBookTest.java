package dev.concordat.model.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RuleBookTest {
  @Test
  void everyRuleHasItsOwnIdAndSaysWhatItMeansAndHowToFixIt() {
    assertThat(RuleBook.all()).extracting(Rule::id).doesNotHaveDuplicates();
    assertThat(RuleBook.all())
        .allSatisfy(
            rule -> {
              assertThat(rule.id()).matches("[a-z]+/[a-z]+(-[a-z]+)*");
              assertThat(rule.title()).doesNotEndWith(".");
              assertThat(rule.meaning()).endsWith(".");
              assertThat(rule.fix()).endsWith(".");
            });
  }

  @Test
  void findsARuleByItsId() {
    assertThat(RuleBook.find("conform/missing-field")).contains(ConformRules.MISSING_FIELD);
    assertThat(RuleBook.find("conform/nothing")).isEmpty();
  }

  /// To write the page anew, run with `-Drules.write=true`.
  @Test
  void theReferencePageSaysTheSame() throws IOException {
    Path page = Path.of(System.getProperty("concordat.root", ".."), "docs/reference/rules.md");
    if (Boolean.getBoolean("rules.write")) {
      Files.writeString(page, RuleBook.markdown());
    }

    assertThat(page).content().isEqualTo(RuleBook.markdown());
  }
}
