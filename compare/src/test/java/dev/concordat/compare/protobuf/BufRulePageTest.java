package dev.concordat.compare.protobuf;

import static dev.concordat.model.comparison.Impact.CLIENT_CODE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.protobuf.buf.BufRule;
import dev.concordat.model.comparison.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each of buf's rules with a change that it reports, what we say of it, and the page that tells both. With
/// `-Drules.write=true` the page is written anew.
class BufRulePageTest {
  private static final String START = "<!-- the table is written by a test -->\n";
  private static final String P3 = BufSamples.P3;
  private static final String END = "<!-- end of the table -->\n";

  @TempDir private Path folder;

  @Test
  void everyRuleOfBufReportsItsChangeWithOurVerdict() {
    // Given
    var texts = new ProtoTexts(folder);
    var comparer = new Comparer(Policies.defaults(LocalDate.of(2026, 1, 1)));
    var wrong = new ArrayList<String>();
    // When
    for (BufSamples.Sample sample : BufSamples.samples()) {
      List<Difference> differences =
          comparer
              .diff(texts.read(sample.before()), texts.read(sample.after()))
              .orElseThrow()
              .differences();
      boolean isAsSaid =
          differences.stream()
              .filter(one -> has(one, sample.rule()))
              .anyMatch(
                  one ->
                      one.rule().id().equals("agree/" + sample.own())
                          && one.impact() == sample.impact());
      if (!isAsSaid) {
        wrong.add(sample.rule() + ": " + differences);
      }
    }
    // Then
    assertThat(wrong).isEmpty();
  }

  @Test
  void filesAndPackagesThatAreGoneChangeGeneratedCode() {
    // Given
    var texts = new ProtoTexts(folder);
    String other = "syntax = \"proto3\"; package other; message B {}";
    // When
    List<Difference> differences =
        new Comparer(Policies.defaults(LocalDate.of(2026, 1, 1)))
            .diff(
                texts.read(Map.of("a.proto", P3 + "message A {}", "b.proto", other)),
                texts.read(Map.of("a.proto", P3 + "message A {}")))
            .orElseThrow()
            .differences();
    // Then
    assertThat(differences)
        .allMatch(one -> one.impact() == CLIENT_CODE)
        .extracting(one -> one.aliases().getFirst().id())
        .containsExactly("FILE_NO_DELETE", "PACKAGE_NO_DELETE");
  }

  private static boolean has(Difference difference, BufRule rule) {
    return difference.aliases().stream().anyMatch(alias -> alias.id().equals(rule.name()));
  }

  @Test
  void thePageTellsWhatTheTestsShow() throws IOException {
    // Given
    Path page =
        Path.of(
            System.getProperty("concordat.root", ".."), "docs/reference/protobuf-comparison.md");
    String written = Files.readString(page);
    String table = table();
    int start = written.indexOf(START) + START.length();
    // When
    String expected = written.substring(0, start) + table + written.substring(written.indexOf(END));
    if (Boolean.getBoolean("rules.write")) {
      Files.writeString(page, expected);
    }
    // Then
    assertThat(Files.readString(page)).isEqualTo(expected);
    assertThat(table.lines().count()).isEqualTo(BufRule.values().length + 2L);
  }

  private static String table() {
    var table =
        new StringBuilder("| buf's rule | categories | our rule | impact |\n|---|---|---|---|\n");
    for (BufRule rule : BufRule.values()) {
      BufSamples.Sample sample =
          BufSamples.samples().stream()
              .filter(one -> one.rule() == rule)
              .findFirst()
              .orElse(new BufSamples.Sample(rule, "", "", BufSamples.CODE, CLIENT_CODE));
      table
          .append("| `")
          .append(rule)
          .append("` | ")
          .append(String.join(", ", rule.categories()))
          .append(" | `agree/")
          .append(sample.own())
          .append("` | ")
          .append(sample.impact().word())
          .append(" |\n");
    }
    return table.toString();
  }
}
