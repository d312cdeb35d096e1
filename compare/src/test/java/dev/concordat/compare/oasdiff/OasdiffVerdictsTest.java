package dev.concordat.compare.oasdiff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.peers.Disagreements;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.model.comparison.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// For the plainest edit that each rule of oasdiff names: what is an error there does not hold here, and nothing else does not,
/// but for the rules that the page of disagreements tells.
class OasdiffVerdictsTest {
  private static final int NOTICE_DAYS = 30;

  @TempDir Path folder;

  @Test
  void editsOfOperationsBreakWhereOasdiffSaysErrorOrThePageSaysWhyNot() throws IOException {
    List<NamedEdit> edits = judged(edit -> edit.isOfOperation() && !edit.isWithNotice());

    assertThat(unexplained(edits, 0)).isEmpty();
  }

  @Test
  void promisesOfOperationsAreBrokenWhereOasdiffSaysErrorOrThePageSaysWhyNot() throws IOException {
    List<NamedEdit> edits = judged(edit -> edit.isOfOperation() && edit.isWithNotice());

    assertThat(unexplained(edits, NOTICE_DAYS)).isEmpty();
  }

  @Test
  void editsOfDocumentsBreakWhereOasdiffSaysErrorOrThePageSaysWhyNot() throws IOException {
    var wrong = new ArrayList<String>();
    for (NamedEdit edit : judged(each -> !each.isOfOperation())) {
      boolean isFinding =
          compare(List.of(edit), 0).stream().anyMatch(each -> each.impact().isFinding());
      wrong.addAll(unexplained(edit, isFinding));
    }

    assertThat(wrong).isEmpty();
  }

  /// Edits that stand beside another one, which breaks or changes something, so that there is something to name, are left
  /// out.
  private static List<NamedEdit> judged(Predicate<NamedEdit> which) throws IOException {
    return NamedEdit.all().stream()
        .filter(edit -> !OasdiffRules.unnamed().containsKey(edit.rule()))
        .filter(edit -> !edit.rule().endsWith("-annotation-only"))
        .filter(edit -> !edit.rule().contains("version"))
        .filter(which)
        .toList();
  }

  private List<String> unexplained(List<NamedEdit> edits, int days) throws IOException {
    Set<String> broken = new HashSet<>();
    for (Difference difference : compare(edits, days)) {
      if (difference.impact().isFinding()) {
        Stream.concat(
                Stream.of(difference.position().operation()),
                difference.also().stream().map(also -> also.position().operation()))
            .forEach(operation -> broken.add(operation.replaceAll(".* /", "/")));
      }
    }
    var wrong = new ArrayList<String>();
    for (int i = 0; i < edits.size(); i++) {
      wrong.addAll(unexplained(edits.get(i), broken.contains("/a" + i)));
    }
    return wrong;
  }

  private static List<String> unexplained(NamedEdit edit, boolean isFinding) throws IOException {
    String level = OasdiffRules.level(edit.rule()).orElseThrow();
    boolean isExplained =
        isFinding == level.equals("ERR")
            || Disagreements.with("oasdiff").says(edit.rule(), isFinding ? "breaks" : "holds");
    return isExplained
        ? List.of()
        : List.of(edit.rule() + ": " + level + " there, and " + isFinding + " here: " + edit);
  }

  private List<Difference> compare(List<NamedEdit> edits, int days) throws IOException {
    var policies =
        new Policies(
            Reading.CLOSED, Policies.Stored.BACKWARD, LocalDate.of(2030, 6, 15), days, days);
    Path before = Files.writeString(folder.resolve("old.yaml"), NamedEdit.document(edits, false));
    Path after = Files.writeString(folder.resolve("new.yaml"), NamedEdit.document(edits, true));
    var reader = new ContractReader(folder);
    return new Comparer(policies)
        .diff(reader.read(before), reader.read(after))
        .orElseThrow()
        .differences();
  }
}
