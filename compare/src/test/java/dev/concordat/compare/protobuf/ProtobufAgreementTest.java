package dev.concordat.compare.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Tally;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtobufAgreementTest {
  private static final String HEAD = "syntax = \"proto3\"; package shop; ";
  private static final String SERVICE = "service S { rpc Place(Q) returns (R); } ";

  @TempDir Path folder;

  private ContractComparison agree(String consumer, String provider) {
    var texts = new ProtoTexts(folder);
    return new Comparer(Policies.defaults(LocalDate.of(2026, 1, 1)))
        .agree(texts.read(HEAD + consumer), texts.read(HEAD + provider))
        .orElseThrow();
  }

  private static String refusal(Difference difference) {
    return difference.evidence() instanceof Evidence.Witnessed witnessed
        ? witnessed.witness().refusal()
        : "";
  }

  @Test
  void aProviderThatOffersMoreFits() {
    // When
    ContractComparison comparison =
        agree(
            SERVICE + "message Q { int32 a = 1; } message R { int32 b = 1; }",
            "service S { rpc Place(Q) returns (R); rpc Cancel(Q) returns (R); } message Q { int32 a"
                + " = 1; int32 more = 2; } message R { int32 b = 1; int32 c = 2; }");
    // Then
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.holds()).isTrue();
    assertThat(comparison.tally()).isEqualTo(new Tally(1, 0, 0));
  }

  @Test
  void aMethodThatTheProviderDoesNotHaveBreaks() {
    // When
    ContractComparison comparison =
        agree(
            "service S { rpc Place(Q) returns (Q); rpc Gone(Q) returns (Q); } message Q {}",
            "service S { rpc Place(Q) returns (Q); } message Q {}");
    // Then
    assertThat(comparison.differences())
        .extracting(one -> one.rule().id(), Difference::impact, ProtobufAgreementTest::refusal)
        .containsExactly(
            tuple(
                "agree/operation-unknown",
                Impact.BREAKS,
                "grpc-status 12 (UNIMPLEMENTED): no service has the method `shop.S/Gone`"));
  }

  @Nested
  class Requests {
    @Test
    void aFieldOfAnotherTypeBreaksWhereItStands() {
      // When
      ContractComparison comparison =
          agree(
              SERVICE
                  + "message Q { repeated Item items = 1; } message Item { int32 n = 2; } message R"
                  + " {}",
              SERVICE
                  + "message Q { repeated Item items = 1; } message Item { string n = 2; } message"
                  + " R {}");
      // Then
      assertThat(comparison.differences())
          .extracting(
              one -> one.position().text(),
              Difference::pointer,
              Difference::impact,
              ProtobufAgreementTest::refusal)
          .containsExactly(
              tuple(
                  "shop.S/Place · request body shop.Q",
                  "/items/*/n",
                  Impact.BREAKS,
                  "`n` (2) was sent as 1 and is not seen"));
    }

    @Test
    void aFieldThatTheProviderDoesNotKnowIsDropped() {
      // When
      ContractComparison comparison =
          agree(
              SERVICE + "message Q { string note = 7; } message R {}",
              SERVICE + "message Q {} message R {}");
      // Then
      assertThat(comparison.differences())
          .extracting(one -> one.rule().id(), Difference::impact, Difference::message)
          .containsExactly(
              tuple(
                  "agree/protobuf-value-dropped",
                  Impact.MEANING,
                  "field 7 (`note`) is sent and not known to the provider"));
      assertThat(comparison.holds()).isTrue();
    }

    @Test
    void onlyValuesAtTheEdgeOfATypeChangeTheirMeaning() {
      // When
      ContractComparison comparison =
          agree(
              SERVICE + "message Q { int64 n = 1; } message R {}",
              SERVICE + "message Q { int32 n = 1; } message R {}");
      // Then
      assertThat(comparison.differences())
          .extracting(Difference::impact, ProtobufAgreementTest::refusal)
          .containsExactly(
              tuple(Impact.MEANING, "`n` (1) was sent as 4294967296 and is read as 0"));
    }

    @Test
    void aStreamBreaksWhereOneMessageIsTaken() {
      // When
      ContractComparison comparison =
          agree(
              "service S { rpc Place(stream Q) returns (stream Q); } message Q {}",
              "service S { rpc Place(Q) returns (Q); } message Q {}");
      // Then
      assertThat(comparison.differences())
          .extracting(one -> one.position().text(), Difference::message)
          .containsExactly(
              tuple(
                  "shop.S/Place · operation requests",
                  "the consumer sends a stream, the provider takes one message"));
    }
  }

  @Nested
  class Responses {
    @Test
    void aFieldOfAnotherTypeBreaksTheConsumer() {
      // When
      ContractComparison comparison =
          agree(
              SERVICE + "message Q {} message R { R next = 1; sint32 n = 2; }",
              SERVICE + "message Q {} message R { R next = 1; int32 n = 2; }");
      // Then
      assertThat(comparison.differences())
          .extracting(Difference::pointer, Difference::impact, ProtobufAgreementTest::refusal)
          .containsExactly(tuple("/n", Impact.BREAKS, "`n` (2) was sent as 1 and is read as -1"));
      assertThat(comparison.differences().getFirst().before().orElseThrow().text())
          .contains("sint32");
    }

    @Test
    void aFieldThatIsNeverSentIsTold() {
      // When
      ContractComparison comparison =
          agree(
              SERVICE + "message Q {} message R { int32 discount = 4; }",
              SERVICE + "message Q {} message R {}");
      // Then
      assertThat(comparison.differences())
          .extracting(Difference::impact, Difference::message)
          .containsExactly(
              tuple(
                  Impact.MEANING,
                  "field 4 (`discount`) is never sent: the consumer always takes it for its"
                      + " default"));
    }

    @Test
    void aValueThatTheConsumerDoesNotNameIsARisk() {
      // When
      ContractComparison comparison =
          agree(
              SERVICE + "message Q {} message R { E e = 1; } enum E { ZERO = 0; }",
              SERVICE + "message Q {} message R { E e = 1; } enum E { ZERO = 0; ONE = 1; }");
      // Then
      assertThat(comparison.differences())
          .extracting(Difference::impact, Difference::message)
          .containsExactly(
              tuple(Impact.RISKY, "`ONE` (1) may be sent and is no value of `shop.E`"));
    }
  }

  @Nested
  class WithoutServices {
    @Test
    void theConsumerReadsTheMessagesThatBothKnow() {
      // When
      ContractComparison comparison =
          agree("message Placed { string id = 1; }", "message Placed { int64 id = 1; }");
      // Then
      assertThat(comparison.differences())
          .extracting(one -> one.position().text(), Difference::impact)
          .containsExactly(tuple("type shop.Placed · message", Impact.BREAKS));
    }

    @Test
    void nothingInCommonIsNotAgreement() {
      // When
      ContractComparison comparison = agree("message A {}", "message B {}");
      // Then
      assertThat(comparison.holds()).isFalse();
      assertThat(comparison.differences())
          .extracting(one -> one.rule().id(), Difference::impact)
          .containsExactly(tuple("agree/nothing-in-common", Impact.UNKNOWN));
    }
  }
}
