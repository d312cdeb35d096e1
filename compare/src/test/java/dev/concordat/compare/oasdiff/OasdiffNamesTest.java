package dev.concordat.compare.oasdiff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every rule of oasdiff is the name of some edit of a contract.
class OasdiffNamesTest {
  private static final int NOTICE_DAYS = 30;

  @TempDir Path folder;

  @Test
  void everyRuleHasAnEditOrAReasonWhyThereIsNone() throws IOException {
    // Given
    Set<String> expected = new TreeSet<>();
    OasdiffRules.rows().forEach(row -> expected.addAll(row.ids()));
    expected.removeAll(OasdiffRules.unnamed().keySet());

    // When
    Set<String> named = new TreeSet<>(NamedEdit.all().stream().map(NamedEdit::rule).toList());

    // Then
    assertThat(named).containsAll(expected);
  }

  @Test
  void namesEditsOfOperationsAsOasdiffDoes() throws IOException {
    // Given
    List<NamedEdit> edits = named(edit -> edit.isOfOperation() && !edit.isWithNotice());

    // When
    List<Difference> differences = compare(edits, 0);

    // Then
    assertThat(unnamed(edits, differences)).isEmpty();
  }

  @Test
  void namesBrokenPromisesOfOperationsAsOasdiffDoes() throws IOException {
    // Given
    List<NamedEdit> edits = named(edit -> edit.isOfOperation() && edit.isWithNotice());

    // When
    List<Difference> differences = compare(edits, NOTICE_DAYS);

    // Then
    assertThat(unnamed(edits, differences)).isEmpty();
  }

  @Test
  void namesEditsOfDocumentsAsOasdiffDoes() throws IOException {
    var wrong = new ArrayList<String>();
    for (NamedEdit edit : named(each -> !each.isOfOperation())) {
      Set<String> names = new TreeSet<>();
      compare(List.of(edit), 0).stream().flatMap(OasdiffNamesTest::names).forEach(names::add);
      if (!names.contains(edit.rule())) {
        wrong.add(edit.rule() + ": " + names);
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void whoDoesNotLookForNamesIsToldTheSameDifferences() throws IOException {
    // Given
    var policies = policies(NOTICE_DAYS);

    for (NamedEdit edit : NamedEdit.all()) {
      // When
      List<Difference> named = compare(List.of(edit), new Comparer(policies));
      List<Difference> unnamed = compare(List.of(edit), Comparer.withoutNamesOfTools(policies));

      // Then
      assertThat(unnamed.stream().map(OasdiffNamesTest::withoutNames))
          .as(edit.rule())
          .containsExactlyElementsOf(named.stream().map(OasdiffNamesTest::withoutNames).toList());
    }
  }

  private static Difference withoutNames(Difference difference) {
    return new Difference(
        difference.rule(),
        difference.impact(),
        difference.evidence(),
        difference.position(),
        difference.pointer(),
        difference.message(),
        difference.before(),
        difference.after(),
        List.of(),
        difference.affected(),
        difference.also());
  }

  private static List<NamedEdit> named(Predicate<NamedEdit> which) throws IOException {
    return NamedEdit.all().stream()
        .filter(edit -> !OasdiffRules.unnamed().containsKey(edit.rule()))
        .filter(which)
        .toList();
  }

  /// The edits whose operation has no difference of that name.
  private static List<String> unnamed(List<NamedEdit> edits, List<Difference> differences) {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    for (Difference difference : differences) {
      Stream.concat(
              Stream.of(difference.position().operation()),
              difference.also().stream().map(also -> also.position().operation()))
          .forEach(
              operation ->
                  names(difference)
                      .forEach(
                          name ->
                              names
                                  .computeIfAbsent(
                                      operation.replaceAll(".* /", "/"), it -> new TreeSet<>())
                                  .add(name)));
    }
    var wrong = new ArrayList<String>();
    for (int i = 0; i < edits.size(); i++) {
      Set<String> found = names.getOrDefault("/a" + i, Set.of());
      if (!found.contains(edits.get(i).rule())) {
        wrong.add(edits.get(i).rule() + ": " + found);
      }
    }
    return wrong;
  }

  private static Stream<String> names(Difference difference) {
    return difference.aliases().stream()
        .filter(alias -> alias.tool().equals("oasdiff"))
        .map(Alias::id);
  }

  private static Policies policies(int days) {
    return new Policies(
        Reading.CLOSED, Policies.Stored.BACKWARD, LocalDate.of(2030, 6, 15), days, days);
  }

  private List<Difference> compare(List<NamedEdit> edits, int days) throws IOException {
    return compare(edits, new Comparer(policies(days)));
  }

  private List<Difference> compare(List<NamedEdit> edits, Comparer comparer) throws IOException {
    Path before = Files.writeString(folder.resolve("old.yaml"), NamedEdit.document(edits, false));
    Path after = Files.writeString(folder.resolve("new.yaml"), NamedEdit.document(edits, true));
    var reader = new ContractReader(folder);
    return comparer.diff(reader.read(before), reader.read(after)).orElseThrow().differences();
  }
}
