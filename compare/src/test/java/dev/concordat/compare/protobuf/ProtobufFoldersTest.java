package dev.concordat.compare.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Impact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtobufFoldersTest {
  private static final String HEAD = "syntax = \"proto3\"; package shop; ";

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private ContractComparison diff() throws IOException {
    return found().comparison();
  }

  private ProtobufFolders.Found found() throws IOException {
    return ProtobufFolders.diff(
        folder.resolve("old"),
        folder.resolve("new"),
        Policies.defaults(LocalDate.of(2026, 1, 1)),
        ReadLimits.defaults());
  }

  @Test
  void aFolderIsOneContract() throws IOException {
    // Given
    for (String side : new String[] {"old", "new"}) {
      write(
          side + "/shop/order.proto",
          HEAD + "import \"shop/money.proto\"; message Order { Money m = 1; }");
    }
    write("old/shop/money.proto", HEAD + "message Money { int32 cents = 1; }");
    write("new/shop/money.proto", HEAD + "message Money { bytes cents = 1; }");
    // When
    ContractComparison comparison = diff();
    // Then
    assertThat(comparison.problems()).isEmpty();
    assertThat(comparison.left().title()).isEqualTo("shop");
    assertThat(comparison.differences())
        .extracting(
            one -> one.position().text(),
            one -> one.impact(),
            one -> one.after().orElseThrow().place().shortForm())
        .containsExactly(
            tuple("type shop.Money · field 1 cents", Impact.BREAKS, "shop/money.proto:1"));
  }

  @Test
  void whatABufYamlIgnoresIsLeftAlone() throws IOException {
    // Given
    write("old/a.proto", HEAD + "message A { int32 n = 1; }");
    write("new/a.proto", HEAD + "message A { bytes n = 1; }");
    write("new/buf.yaml", "version: v1\nbreaking: {use: [FILE], ignore: [a.proto]}\n");
    // When
    ContractComparison comparison = diff();
    // Then
    assertThat(comparison.differences()).isEmpty();
  }

  @Test
  void whatNoneOfTheRulesInUseSpeaksOfIsLeftAloneAndCounted() throws IOException {
    // Given
    write("old/a.proto", HEAD + "message A { int32 n = 1; int32 m = 2; }");
    write("new/a.proto", HEAD + "message A { int32 renamed = 1; bytes m = 2; }");
    write("new/buf.yaml", "version: v2\nbreaking: {use: [WIRE]}\n");
    // When
    ProtobufFolders.Found found = found();
    // Then
    assertThat(found.leftAlone()).isEqualTo(1);
    assertThat(found.comparison().differences())
        .extracting(one -> one.position().text())
        .containsExactly("type shop.A · field 2 m");
  }

  @Test
  void aChangeOfWhichARuleInUseSpeaksIsJudgedByItsMessages() throws IOException {
    // Given
    write("old/a.proto", HEAD + "message A { int32 n = 1; }");
    write("new/a.proto", HEAD + "message A { }");
    write("new/buf.yaml", "version: v2\nbreaking: {use: [FIELD_NO_DELETE]}\n");
    // When
    ProtobufFolders.Found found = found();
    // Then
    assertThat(found.leftAlone()).isZero();
    assertThat(found.comparison().differences())
        .extracting(one -> one.impact())
        .containsExactly(Impact.BREAKS);
  }

  @Test
  void filesThatCannotBeReadAreProblemsAndNothingElse() throws IOException {
    // Given
    write("old/a.proto", HEAD + "message A { int32 n = 1; }");
    write("new/a.proto", HEAD + "message A { in32 n = 1; }");
    // When
    ContractComparison comparison = diff();
    // Then
    assertThat(comparison.problems())
        .extracting(one -> one.rule())
        .containsExactly("protobuf/unknown-type");
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.tally().all()).isZero();
  }
}
