package dev.concordat.compare.protobuf.buf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.tree.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BufWorkspaceTest {
  private static final String HEAD = "syntax = \"proto3\"; package ";

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private BufWorkspace read(String side) throws IOException {
    return BufWorkspace.read(folder.resolve(side), ReadLimits.defaults());
  }

  private List<String> reported() throws IOException {
    BufWorkspace after = read("new");
    return BufBreaking.check(read("old").contract(), after.contract()).stream()
        .filter(after::reports)
        .map(
            one ->
                one.rule() + " " + one.file().or(one::against).map(file -> file.name()).orElse(""))
        .toList();
  }

  /// Two files that lose a field each.
  private void lostFields() throws IOException {
    for (String name : List.of("a/v1", "b/v1beta1")) {
      String head = HEAD + name.replace('/', '.') + "; ";
      write("old/" + name + "/x.proto", head + "message M { int32 n = 1; }");
      write("new/" + name + "/x.proto", head + "message M { string n = 1; }");
    }
  }

  @Test
  void withoutAConfigurationTheCategoryFileHolds() throws IOException {
    // Given
    lostFields();
    // When
    List<String> reported = reported();
    // Then
    assertThat(reported)
        .containsExactly("FIELD_SAME_TYPE a/v1/x.proto", "FIELD_SAME_TYPE b/v1beta1/x.proto");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v1 | use: [WIRE] | FIELD_WIRE_COMPATIBLE_TYPE",
        "v1beta1 | use: [WIRE] | FIELD_SAME_TYPE",
        "v2 | use: [WIRE_JSON] | FIELD_WIRE_JSON_COMPATIBLE_TYPE",
        "v2 | use: [CSR] | FIELD_SAME_TYPE,FIELD_WIRE_JSON_COMPATIBLE_TYPE",
        "v2 | use: [FILE], except: [FIELD_SAME_TYPE] | ''",
        "v1 | use: [FIELD_SAME_TYPE, NO_SUCH_RULE] | FIELD_SAME_TYPE",
      })
  void usesTheRulesOfItsVersion(String version, String section, String expected)
      throws IOException {
    // Given
    lostFields();
    write("new/buf.yaml", "version: " + version + "\nbreaking: {" + section + "}\n");
    // When
    List<String> reported = reported();
    // Then
    assertThat(reported.stream().map(one -> one.split(" ")[0]).distinct())
        .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(",")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ignore: [a] | b/v1beta1/x.proto",
        "ignore: [./b/v1beta1/x.proto] | a/v1/x.proto",
        "ignore: [b/v1] | a/v1/x.proto,b/v1beta1/x.proto",
        "'ignore_only: {FIELD_SAME_TYPE: [a/v1]}' | b/v1beta1/x.proto",
        "'ignore_only: {PACKAGE: [b]}' | a/v1/x.proto",
        "'ignore_only: {FIELD_NO_DELETE: [b]}' | a/v1/x.proto,b/v1beta1/x.proto",
        "'ignore_unstable_packages: true' | a/v1/x.proto",
      })
  void leavesAloneWhatItIsToldTo(String section, String left) throws IOException {
    // Given
    lostFields();
    write("new/buf.yaml", "version: v2\nbreaking: {" + section + "}\n");
    // When
    List<String> reported = reported();
    // Then
    assertThat(reported.stream().map(one -> one.split(" ")[1]))
        .containsExactlyElementsOf(List.of(left.split(",")));
  }

  @Test
  void formerNamesStandForTheRulesOfToday() throws IOException {
    // Given
    write("old/x.proto", HEAD + "a; message M { int32 n = 1; }");
    write("new/x.proto", HEAD + "a; message M { repeated int32 n = 1; }");
    write("new/buf.yaml", "version: v1\nbreaking: {use: [FIELD_SAME_LABEL, FIELD_SAME_CTYPE]}\n");
    // When
    List<String> reported = reported();
    // Then
    assertThat(reported)
        .containsExactly(
            "FIELD_SAME_CARDINALITY x.proto",
            "FIELD_WIRE_COMPATIBLE_CARDINALITY x.proto",
            "FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY x.proto");
  }

  @Test
  void modulesHaveRulesAndNamesOfTheirOwn() throws IOException {
    // Given
    for (String side : List.of("old", "new")) {
      String type = side.equals("old") ? "int32" : "string";
      write(
          side + "/left/a.proto",
          HEAD + "a; import \"b.proto\"; message A { b.B b = 1; " + type + " n = 2; }");
      write(side + "/right/b.proto", HEAD + "b; message B { " + type + " n = 1; }");
      write(side + "/right/skipped/c.proto", "this is no proto file");
      write(
          side + "/buf.yaml",
          """
          version: v2
          modules:
            - path: left
              breaking: {use: [WIRE]}
            - path: right
              excludes: [right/skipped]
          breaking:
            use: [FIELD_SAME_TYPE]
            ignore: [left/a.proto]
          """);
    }
    // When
    List<String> reported = reported();
    // Then
    assertThat(reported)
        .containsExactly("FIELD_WIRE_COMPATIBLE_TYPE a.proto", "FIELD_SAME_TYPE b.proto");
  }

  @Test
  void aWorkspaceOfVersionOneNamesItsFolders() throws IOException {
    // Given
    for (String side : List.of("old", "new")) {
      String type = side.equals("old") ? "int32" : "string";
      write(side + "/buf.work.yaml", "version: v1\ndirectories: [proto]\n");
      write(side + "/proto/buf.yaml", "version: v1\nbreaking: {use: [WIRE]}\n");
      write(side + "/proto/a.proto", HEAD + "a; message A { " + type + " n = 2; }");
      write(side + "/elsewhere/b.proto", "this is no proto file");
    }
    // When
    List<String> reported = reported();
    // Then
    assertThat(reported).containsExactly("FIELD_WIRE_COMPATIBLE_TYPE a.proto");
  }

  @ParameterizedTest
  @CsvSource({
    "shop.v1, false",
    "shop.v1beta1, true",
    "shop.v1alpha, true",
    "shop.v2p1beta3, true",
    "shop.v1test, true",
    "shop.v1testing, true",
    "shop.v0beta1, false",
    "shop.v1beta0, false",
    "v1beta1, false",
    "shop.vbeta1, false",
    "shop.v1alphabeta, false",
    "shop.beta, false",
  })
  void knowsPackagesThatPromiseNothingYet(String name, boolean isUnstable) {
    assertThat(PackageStability.isUnstable(name)).isEqualTo(isUnstable);
  }
}
