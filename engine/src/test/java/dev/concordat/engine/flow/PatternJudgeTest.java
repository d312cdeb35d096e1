package dev.concordat.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternJudgeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ~uuid                    | "6f1b7a52-6d0e-4f52-9f0e-0d6d0f3c2f11" | "abc"
          ~string                  | "x"                                   | 3
          ~number                  | 3.5                                   | "3.5"
          ~number > 0              | 0.01                                  | 0
          ~integer >= 2            | 2.0                                   | 2.5
          ~<= 3                    | 3                                     | 4
          ~boolean                 | false                                 | null
          ~null                    | null                                  | 0
          ~any                     | null                                  |
          ~absent                  |                                       | null
          ~one of a b              | "b"                                   | "c"
          ~one of 201 202          | 202                                   | 200
          ~one of "two words" x    | "two words"                           | "two"
          ~/^[A-Z]{3}-[0-9]+$/     | "ABC-12"                              | "abc-12"
          ~contains card           | "the card was declined"               | "declined"
          ~contains 3              | [1, 3]                                | [1, 2]
          ~starts with /orders/    | "/orders/1"                           | "orders/1"
          ~ends with .test         | "a@b.test"                            | "a@b.com"
          ~not PENDING             | "PAID"                                | "PENDING"
          ~date-time               | "2026-03-29T02:30:00+02:00"           | "2026-03-29"
          ~date-time > $each.from  | "2026-02-01T00:00:00Z"                | "2025-12-31T23:59:59Z"
          ~instant $each.from      | "2026-01-01T01:00:00.000+01:00"       | "2026-01-01T01:00:00Z"
          ~length 2                | [1, 2]                                | "abc"
          ~length > 1              | "😀😀"                                 | "😀"
          ~email                   | "ada@example.test"                    | "ada"
          ~empty                   | []                                    | [0]
          10.10                    | 10.1                                  | "10.1"
          $each.from               | "2026-01-01T00:00:00Z"                | "2026-01-01T01:00:00+01:00"
          $$each                   | "$each"                               | "$$each"
          """)
  void aMatcherAcceptsTheOneAndRefusesTheOther(String pattern, String good, String bad) {
    assertThat(judge(pattern, good)).isEmpty();
    assertThat(judge(pattern, bad)).hasSize(1);
  }

  @Test
  void reportsEveryDifferenceWithBothValuesAndItsPlaceInTheFlow() {
    // When
    List<Mismatch> found =
        judge(
            "{status: PAID, lines: [{sku: A, qty: 1}, {sku: B, qty: 2}], note: ~absent}",
            "{\"status\": \"OPEN\", \"lines\": [{\"sku\": \"A\", \"qty\": 1}, {\"qty\": 3}], \"x\": 1}");

    // Then
    assertThat(found)
        .extracting(Mismatch::message)
        .containsExactly(
            "/status is \"OPEN\", expected \"PAID\"",
            "/lines/*/sku is absent, expected \"B\"",
            "/lines/*/qty is 3, expected 2");
    assertThat(found.getFirst().sentence().text()).startsWith("expect: {body:");
  }

  @Test
  void exactlyForbidsWhatIsNotNamed() {
    assertThat(judge("{exactly: {a: 1}}", "{\"a\": 1, \"b\": 2}"))
        .extracting(Mismatch::message)
        .containsExactly("/b is 2, expected absent");
  }

  @Test
  void someItemIsEnoughWhereTheFlowSaysSo() {
    assertThat(judge("{some: {sku: B}}", "[{\"sku\": \"A\"}, {\"sku\": \"B\", \"qty\": 1}]"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "10.10"                     | 10.1                      | true
          "2026-01-01T00:00:00Z"      | "2026-01-01T01:00:00+01:00" | true
          "2026-01-01T00:00:00Z"      | "2026-01-01T01:00:00Z"    | false
          null                        | null                      | true
          null                        | "null"                    | false
          "00501"                     | 501                       | false
          true                        | true                      | true
          """)
  void columnsAreComparedByWhatTheyMean(String expected, String actual, boolean isAlike) {
    assertThat(Likeness.COLUMN.alike(value(expected), value(actual))).isEqualTo(isAlike);
  }

  private static List<Mismatch> judge(String pattern, String actual) {
    var flow =
        FlowReaderTest.read(
            "flow: x\neach: [{from: '2026-01-01T00:00:00Z'}]\nsteps:\n  - call: a.b\n"
                + "    expect: {body: "
                + (pattern.startsWith("~") ? "'" + pattern + "'" : pattern)
                + "}\n");
    assertThat(flow.problems()).isEmpty();
    Flow read = flow.flow().orElseThrow();
    var call = (Step.Call) read.steps().getFirst();
    var body = ((Pattern.Members) call.expect().orElseThrow()).members().get("body");
    var scope = new Scope(Map.of("each", read.rows().getFirst().values()), "1");
    return PatternJudge.judge(
        java.util.Objects.requireNonNull(body),
        "",
        Optional.ofNullable(actual).map(PatternJudgeTest::value),
        scope,
        Likeness.JSON);
  }

  private static JsonValue value(String json) {
    return FlowReaderTest.json("{\"v\": " + json + "}").members().get("v");
  }
}
