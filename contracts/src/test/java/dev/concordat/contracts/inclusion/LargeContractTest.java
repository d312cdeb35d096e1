package dev.concordat.contracts.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Thousands of schemas that refer to each other in cycles.
@Tag("slow")
class LargeContractTest {
  private static final int SCHEMAS = 5_000;
  private static final Effort FEW_STEPS = new Effort(10, 40, 64, 2_000, 2_000);

  @Test
  void aCopyIsRecognisedWithoutLookingAtCases() {
    // Given
    Schema one = contract("integer");
    Schema copy = contract("integer");

    // When
    Inclusion answer = new Inclusions(FEW_STEPS).check(one, Reading.LITERAL, copy, Direction.NONE);

    // Then
    assertThat(answer).isEqualTo(new Inclusion.Proved());
  }

  @Test
  void aChangeDeepInsideIsNoCopy() {
    // Given
    var inclusions = new Inclusions(Effort.defaults());

    // When
    boolean isSame = inclusions.equalMeaning(contract("integer"), contract("number"));

    // Then
    assertThat(isSame).isFalse();
  }

  /// Every schema refers to the next and to one far back, so that all are one cycle; only the last one's type differs.
  private static Schema contract(String lastType) {
    var text = new StringBuilder("{\"$ref\":\"#/$defs/s0\",\"$defs\":{");
    for (int i = 0; i < SCHEMAS; i++) {
      text.append("\"s%d\":{\"type\":\"object\",\"properties\":{".formatted(i))
          .append("\"next\":{\"$ref\":\"#/$defs/s%d\"},".formatted((i + 1) % SCHEMAS))
          .append("\"back\":{\"$ref\":\"#/$defs/s%d\"},".formatted(i * 7 % SCHEMAS))
          .append("\"n\":{\"type\":\"")
          .append(i == SCHEMAS - 1 ? lastType : "integer")
          .append("\",\"maximum\":%d}}},".formatted(i % 10));
    }
    text.append("\"end\":true}}");
    return Given.schema(Dialect.OPENAPI_3_1, text.toString());
  }
}
