package dev.concordat.compare.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtobufDiffTest {
  static final Policies POLICIES = Policies.defaults(LocalDate.of(2026, 1, 1));
  static final String HEAD = "syntax = \"proto3\";\npackage shop;\n";

  @TempDir private Path folder;

  private ContractComparison diff(Policies policies, String before, String after) {
    var texts = new ProtoTexts(folder);
    return new Comparer(policies).diff(texts.read(before), texts.read(after)).orElseThrow();
  }

  private List<Difference> diff(String before, String after) {
    return diff(POLICIES, HEAD + before, HEAD + after).differences();
  }

  static String message(Difference difference) {
    return switch (difference.evidence()) {
      case Evidence.Witnessed(Witness witness) ->
          switch (witness.message()) {
            case WitnessMessage.Encoded(var bytes, var sent, var read) ->
                HexFormat.of().formatHex(bytes.toArray()) + " " + sent + " → " + read;
            case WitnessMessage.Value(var value) -> value.toString();
            case WitnessMessage.HttpRequest(var request) ->
                request.method() + " " + request.target();
            default -> "";
          };
      case Evidence.Proved(String how) -> how;
      case Evidence.Undecided(String reason, var tried) -> reason;
      case Evidence.Stated stated -> "stated";
    };
  }

  static List<String> names(Difference difference) {
    return difference.aliases().stream().map(Alias::id).toList();
  }

  @Test
  void showsBytesThatAreReadAsAnotherValue() {
    // When
    List<Difference> differences =
        diff("message A { int32 total = 1; }", "message A { sint32 total = 1; }");
    // Then
    assertThat(differences)
        .extracting(one -> one.rule().id(), Difference::impact, ProtobufDiffTest::message)
        .containsExactly(
            tuple(
                "agree/protobuf-bytes-misread",
                Impact.BREAKS,
                "0801 {\"total\":1} → {\"total\":-1}"));
    assertThat(differences.getFirst().aliases())
        .containsExactly(
            new Alias("buf", "FIELD_SAME_TYPE", "PACKAGE,FILE,CSR"),
            new Alias("buf", "FIELD_WIRE_COMPATIBLE_TYPE", "WIRE"),
            new Alias("buf", "FIELD_WIRE_JSON_COMPATIBLE_TYPE", "WIRE_JSON,CSR"));
    assertThat(differences.getFirst().position().text()).isEqualTo("type shop.A · field 1 total");
    assertThat(differences.getFirst().message())
        .isEqualTo("field 1 (`total`) of `A` was `int32` and is `sint32`");
    assertThat(differences.getFirst().after().orElseThrow().place().shortForm())
        .isEqualTo("shop.proto:3");
  }

  @Test
  void saysWhichOfTwoReadersIsMisled() {
    // When
    List<Difference> differences =
        diff("message A { int32 total = 1; }", "message A { repeated int32 total = 1; }");
    // Then
    assertThat(differences)
        .extracting(ProtobufDiffTest::message)
        .first()
        .isEqualTo("0a0101 {\"total\":[1]} → {}");
    assertThat(differences.getFirst().evidence())
        .isInstanceOfSatisfying(
            Evidence.Witnessed.class,
            witnessed -> {
              assertThat(witnessed.witness().sender()).isEqualTo("the new contract");
              assertThat(witnessed.witness().receiver()).isEqualTo("the old contract");
              assertThat(witnessed.witness().refusal())
                  .isEqualTo("`total` (1) was sent as 1 and is not seen");
              assertThat(witnessed.witness().voters())
                  .containsExactly("protobuf-java", "Concordat's reader");
            });
  }

  @Test
  void tellsFieldsThatAreGoneByWhetherTheirNumbersAreSetAside() {
    // When
    List<Difference> differences =
        diff(
            "message A { int32 a = 1; int32 b = 2; int32 c = 3; }",
            "message A { reserved 2, 3; reserved \"c\"; }");
    // Then
    assertThat(differences)
        .extracting(Difference::impact, ProtobufDiffTest::names, ProtobufDiffTest::message)
        .containsExactly(
            tuple(
                Impact.BREAKS,
                List.of(
                    "FIELD_NO_DELETE",
                    "FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED",
                    "FIELD_NO_DELETE_UNLESS_NAME_RESERVED"),
                "0801 {\"a\":1} → {}"),
            tuple(
                Impact.BREAKS,
                List.of("FIELD_NO_DELETE", "FIELD_NO_DELETE_UNLESS_NAME_RESERVED"),
                "{\"b\":1}"),
            tuple(Impact.CLIENT_CODE, List.of("FIELD_NO_DELETE"), "stated"));
  }

  @Test
  void provesThatATypeUnderAnotherNameHasTheSameBytes() {
    // When
    List<Difference> differences =
        diff(
            "message A { Old o = 1; } message Old { int32 x = 1; Old next = 2; }",
            "message A { New o = 1; } message New { int32 x = 1; New next = 2; }");
    // Then
    assertThat(differences)
        .filteredOn(one -> names(one).contains("FIELD_WIRE_COMPATIBLE_TYPE"))
        .extracting(Difference::impact, ProtobufDiffTest::message)
        .containsExactly(tuple(Impact.CLIENT_CODE, "both types have the same numbers"));
  }

  @Test
  void looksIntoTypesUnderAnotherNameForWhatIsMisread() {
    // When
    List<Difference> differences =
        diff(
            "message A { Old o = 1; } message Old { Deep d = 1; } message Deep { int32 x = 3; }",
            "message A { New o = 1; } message New { Deeper d = 1; } message Deeper { bool y = 3;"
                + " }");
    // Then
    assertThat(differences)
        .filteredOn(one -> one.position().text().equals("type shop.A · field 1 o"))
        .extracting(Difference::impact, ProtobufDiffTest::message)
        .containsExactly(
            tuple(
                Impact.BREAKS,
                "0a0d0a0b18ffffffffffffffffff01 {\"o\":{\"d\":{\"x\":-1}}}"
                    + " → {\"o\":{\"d\":{\"y\":true}}}"));
  }

  @Test
  void findsValuesThatTypesOfTheSameBytesDoNotKeep() {
    // When
    List<Difference> differences = diff("message A { int64 n = 1; }", "message A { int32 n = 1; }");
    // Then: JSON is refused, so it breaks; where JSON does not count, the value is cut all the
    // same.
    assertThat(differences)
        .extracting(Difference::impact, ProtobufDiffTest::message)
        .containsExactly(tuple(Impact.BREAKS, "{\"n\":\"4294967296\"}"));
    assertThat(
            diff(
                    POLICIES.withProtobuf(Policies.Protobuf.WIRE),
                    HEAD + "message A { int64 n = 1; }",
                    HEAD + "message A { int32 n = 1; }")
                .differences())
        .extracting(Difference::impact, ProtobufDiffTest::message)
        .containsExactly(tuple(Impact.MEANING, "088080808010 {\"n\":\"4294967296\"} → {}"));
  }

  @Test
  void tellsNamesOnlyWhereJsonCounts() {
    // Given
    String before = HEAD + "message A { string customer_name = 1; }";
    String after = HEAD + "message A { string buyer_name = 1; }";
    // When
    List<Difference> json = diff(POLICIES, before, after).differences();
    List<Difference> bytes =
        diff(POLICIES.withProtobuf(Policies.Protobuf.WIRE), before, after).differences();
    // Then
    assertThat(json)
        .extracting(one -> one.rule().id(), Difference::impact, ProtobufDiffTest::message)
        .containsExactly(
            tuple("agree/protobuf-json-misread", Impact.BREAKS, "{\"customerName\":\"a\"}"));
    assertThat(bytes).extracting(Difference::impact).containsExactly(Impact.CLIENT_CODE);
  }

  @Test
  void readersTakeTheNameInTheTextAsWell() {
    // When
    List<Difference> differences =
        diff(
            "message A { string customer_name = 1; }",
            "message A { string buyer = 1 [json_name = \"customerName\"]; }");
    // Then
    assertThat(differences)
        .extracting(ProtobufDiffTest::names, ProtobufDiffTest::message)
        .containsExactly(tuple(List.of("FIELD_SAME_NAME"), "{\"customer_name\":\"a\"}"));
  }

  @Test
  void aDefaultThatChangesIsAnotherMeaning() {
    // When
    List<Difference> differences =
        diff(
                POLICIES,
                "syntax = \"proto2\"; message A { optional int32 n = 1 [default = 5]; }",
                "syntax = \"proto2\"; message A { optional int32 n = 1 [default = 7]; }")
            .differences();
    // Then
    assertThat(differences)
        .extracting(Difference::impact, ProtobufDiffTest::names, ProtobufDiffTest::message)
        .containsExactly(
            tuple(Impact.MEANING, List.of("FIELD_SAME_DEFAULT"), " {\"n\":5} → {\"n\":7}"));
  }

  @Test
  void fieldsThatBecomeAlternativesLoseOneAnother() {
    // When
    List<Difference> differences =
        diff(
            "message A { int32 a = 1; int32 b = 2; }",
            "message A { oneof pick { int32 a = 1; int32 b = 2; } }");
    // Then
    assertThat(differences)
        .filteredOn(one -> names(one).contains("FIELD_SAME_ONEOF"))
        .extracting(Difference::impact, ProtobufDiffTest::message)
        .contains(tuple(Impact.BREAKS, "08011001 {\"a\":1,\"b\":1} → {\"b\":1}"));
  }

  @Test
  void oneFieldInAOneofOfItsOwnLosesNothing() {
    // When
    List<Difference> differences =
        diff(
            "message A { int32 a = 1; }", "message A { oneof pick { int32 a = 1; int32 b = 2; } }");
    // Then
    assertThat(differences)
        .filteredOn(one -> names(one).contains("FIELD_SAME_ONEOF"))
        .extracting(Difference::impact, ProtobufDiffTest::message)
        .containsExactly(tuple(Impact.CLIENT_CODE, "no message holds two of the oneof's fields"));
  }

  @Test
  void aRequiredFieldTurnsOldMessagesAway() {
    // When
    List<Difference> differences =
        diff(
                POLICIES,
                "syntax = \"proto2\"; message A { optional int32 a = 1; }",
                "syntax = \"proto2\"; message A { required int32 a = 1; }")
            .differences();
    // Then
    assertThat(differences)
        .extracting(Difference::impact, ProtobufDiffTest::message)
        .containsExactly(tuple(Impact.BREAKS, " {} → null"));
    assertThat(differences.getFirst().message())
        .isEqualTo(
            "field 1 (`a`) is now required; field 1 (`a`) of `A` was optional, knowing whether it"
                + " was set and is required");
  }

  @Test
  void aValueOfAnEnumerationThatIsGoneHasNoNameAnyMore() {
    // When
    List<Difference> differences =
        diff(
            "message A { map<string, E> e = 1; } enum E { ZERO = 0; ONE = 1; }",
            "message A { map<string, E> e = 1; } enum E { ZERO = 0; }");
    // Then
    assertThat(differences)
        .extracting(Difference::impact, ProtobufDiffTest::message)
        .containsExactly(
            tuple(Impact.BREAKS, "0a050a01611001 {\"e\":{\"a\":\"ONE\"}} → {\"e\":{\"a\":1}}"));
  }

  @Test
  void mapsAreToldByTheFieldThatPeopleWrote() {
    // When
    List<Difference> differences =
        diff("message A { map<string, int32> m = 1; }", "message A { map<string, string> m = 1; }");
    // Then
    assertThat(differences)
        .extracting(one -> one.position().text(), Difference::impact, ProtobufDiffTest::message)
        .containsExactly(
            tuple(
                "type shop.A.MEntry · field 2 value",
                Impact.BREAKS,
                "0a050a01611001 {\"m\":{\"a\":1}} → {\"m\":{\"a\":\"\"}}"));
  }
}
