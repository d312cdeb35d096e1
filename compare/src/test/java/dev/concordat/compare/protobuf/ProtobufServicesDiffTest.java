package dev.concordat.compare.protobuf;

import static dev.concordat.compare.protobuf.ProtobufDiffTest.HEAD;
import static dev.concordat.compare.protobuf.ProtobufDiffTest.POLICIES;
import static dev.concordat.compare.protobuf.ProtobufDiffTest.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Services, categories of rules, and what does no harm.
class ProtobufServicesDiffTest {
  @TempDir private Path folder;

  private ContractComparison diff(Policies policies, String before, String after) {
    var texts = new ProtoTexts(folder);
    return new Comparer(policies).diff(texts.read(before), texts.read(after)).orElseThrow();
  }

  private List<Difference> diff(String before, String after) {
    return diff(POLICIES, HEAD + before, HEAD + after).differences();
  }

  @Nested
  class Calls {
    private static final String MESSAGES = "message Q { int32 a = 1; } message R { int32 b = 1; } ";

    @Test
    void aMethodThatIsGoneIsCalledInVain() {
      // When
      List<Difference> differences =
          diff(
              MESSAGES + "service S { rpc Get(Q) returns (R); rpc Put(Q) returns (R); }",
              MESSAGES + "service S { rpc Get(Q) returns (R); }");
      // Then
      assertThat(differences)
          .extracting(one -> one.rule().id(), Difference::impact, ProtobufDiffTest::message)
          .containsExactly(tuple("agree/operation-removed", Impact.BREAKS, "POST /shop.S/Put"));
    }

    @Test
    void aServiceThatGoesWithItsPackageIsToldThoughNoRuleSpeaksOfIt() {
      // When
      List<Difference> differences =
          diff(
                  POLICIES,
                  HEAD + MESSAGES + "service S { rpc Get(Q) returns (R); }",
                  "syntax = \"proto3\"; package store; "
                      + MESSAGES
                      + "service S { rpc Get(Q) returns (R); }")
              .differences();
      // Then
      assertThat(differences)
          .filteredOn(one -> one.impact() == Impact.BREAKS)
          .extracting(ProtobufDiffTest::names, ProtobufDiffTest::message)
          .containsExactly(
              tuple(List.of("PACKAGE_NO_DELETE", "FILE_SAME_PACKAGE"), "POST /shop.S/Get"));
    }

    @Test
    void aStreamIsMoreThanOneMessage() {
      // When
      List<Difference> differences =
          diff(
              MESSAGES + "service S { rpc Get(Q) returns (stream R); }",
              MESSAGES + "service S { rpc Get(Q) returns (R); }");
      // Then
      assertThat(differences)
          .extracting(one -> one.rule().id(), Difference::impact, ProtobufDiffTest::message)
          .containsExactly(
              tuple(
                  "agree/protobuf-call-changed",
                  Impact.BREAKS,
                  "00000000000000000000 [{},{}] → null"));
    }

    @Test
    void anAnswerOfAnotherTypeIsReadByOldClientsFirst() {
      // When
      List<Difference> differences =
          diff(
              MESSAGES + "message T { string b = 1; } service S { rpc Get(Q) returns (R); }",
              MESSAGES + "message T { string b = 1; } service S { rpc Get(Q) returns (T); }");
      // Then
      assertThat(differences)
          .extracting(one -> one.position().text(), ProtobufDiffTest::message)
          .containsExactly(tuple("shop.S/Get · response body", "0a0161 {\"b\":\"a\"} → {}"));
    }
  }

  @Nested
  class Categories {
    @Test
    void numbersThatWereSetAsideAreAPromise() {
      // When
      List<Difference> differences =
          diff("message A { reserved 4 to 6; }", "message A { reserved 4; }");
      // Then
      assertThat(differences)
          .extracting(one -> one.rule().id(), Difference::impact, Difference::message)
          .containsExactly(
              tuple(
                  "agree/protobuf-reservation-lifted",
                  Impact.POLICY,
                  "of the reserved numbers 4 to 6 of `A`, 5 to 6 is no longer set aside"));
    }

    @Test
    void generatedCodeBreaksWhereAPersonSaysSo() {
      // Given
      String before = HEAD + "option go_package = \"a\";";
      String after = HEAD + "option go_package = \"b\";";
      // When
      var impacts =
          List.of(Policies.Protobuf.WIRE_JSON, Policies.Protobuf.PACKAGE).stream()
              .map(level -> diff(POLICIES.withProtobuf(level), before, after).differences())
              .map(differences -> differences.getFirst().impact())
              .toList();
      // Then
      assertThat(impacts).containsExactly(Impact.CLIENT_CODE, Impact.BREAKS);
    }

    @Test
    void messagesInAnAnyKnowTheNameOfTheirType() {
      // Given
      String any =
          "import \"google/protobuf/any.proto\"; message A { google.protobuf.Any any = 1; }";
      // When
      List<Difference> differences =
          diff(POLICIES, HEAD + any, "syntax = \"proto3\"; package store; " + any).differences();
      // Then
      assertThat(differences)
          .filteredOn(one -> names(one).contains("FILE_SAME_PACKAGE"))
          .extracting(Difference::impact, ProtobufDiffTest::message)
          .containsExactly(
              tuple(
                  Impact.BREAKS,
                  "0a1a747970652e676f6f676c65617069732e636f6d2f73686f702e41"
                      + " {\"@type\":\"type.googleapis.com/shop.A\"} → null"));
    }
  }

  @Nested
  class Safe {
    @Test
    void whatIsNewIsSafeOrToldWithItsRisk() {
      // When
      List<Difference> differences =
          diff(
              "message A { E e = 1; } enum E { ZERO = 0; }",
              "message A { E e = 1; int32 n = 2; } enum E { ZERO = 0; ONE = 1; } message B {}");
      // Then
      assertThat(differences)
          .extracting(Difference::impact, Difference::message)
          .containsExactly(
              tuple(Impact.RISKY, "the value `ONE` of `E` is new"),
              tuple(Impact.SAFE, "field 2 (`n`) of `A` is new"),
              tuple(Impact.SAFE, "the message `shop.B` is new"));
    }

    @Test
    void oneFileOnEachSideIsTheSameFileWhateverItIsCalled() {
      // Given
      var texts = new ProtoTexts(folder);
      String text = HEAD + "message A { int32 a = 1; }";
      // When
      ContractComparison comparison =
          new Comparer(POLICIES)
              .diff(
                  texts.read(Map.of("v1/orders.proto", text)),
                  texts.read(Map.of("v2/order.proto", text)))
              .orElseThrow();
      // Then
      assertThat(comparison.differences()).isEmpty();
      assertThat(comparison.tally().proved()).isEqualTo(1);
    }
  }
}
