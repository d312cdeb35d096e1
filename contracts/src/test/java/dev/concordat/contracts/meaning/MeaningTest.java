package dev.concordat.contracts.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.json.JsonNumber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What holds for terms of every kind.
class MeaningTest {
  private static final Term A = Term.text("a");
  private static final Term B = Term.text("b");

  @Test
  void aDigestIsSha256InHexadecimal() {
    assertThat(Meaning.digest(A)).matches("[0-9a-f]{64}");
  }

  @Test
  void orderCountsOnlyInSequences() {
    assertThat(Meaning.digest(new Term.Sequence(List.of(A, B))))
        .isNotEqualTo(Meaning.digest(new Term.Sequence(List.of(B, A))));
    assertThat(Meaning.digest(new Term.Bag(List.of(A, B))))
        .isEqualTo(Meaning.digest(new Term.Bag(List.of(B, A))));
    assertThat(Meaning.digest(new Term.Choices(List.of(A, B, A))))
        .isEqualTo(Meaning.digest(new Term.Choices(List.of(B, A))));
    assertThat(Meaning.digest(new Term.Bag(List.of(A, A))))
        .isNotEqualTo(Meaning.digest(new Term.Bag(List.of(A))));
  }

  @Test
  void aTextIsNoNumberAndNoFlag() {
    assertThat(
            List.of(
                Meaning.digest(Term.text("1")),
                Meaning.digest(Term.number(1)),
                Meaning.digest(Term.text("true")),
                Meaning.digest(Term.flag(true)),
                Meaning.digest(new Term.Sequence(List.of())),
                Meaning.digest(new Term.Bag(List.of())),
                Meaning.digest(Term.members(Map.of()))))
        .doesNotHaveDuplicates();
  }

  @Test
  void numbersAreEqualByTheirValue() {
    List<String> digests =
        java.util.stream.Stream.of("10", "10.0", "1e1", "1.00E+1", "0.1e2", "100e-1")
            .map(digits -> Meaning.digest(Term.json(new JsonNumber(digits))))
            .toList();

    assertThat(digests).containsOnly(digests.getFirst());
    assertThat(Meaning.digest(Term.json(new JsonNumber("1e999999999999"))))
        .isNotEqualTo(Meaning.digest(Term.json(new JsonNumber("1e999999999998"))));
    assertThat(Meaning.digest(Term.json(new JsonNumber("-0.0"))))
        .isEqualTo(Meaning.digest(Term.json(new JsonNumber("0"))));
  }

  @Test
  void aListOfItselfIsTheSameHoweverOftenItIsUnrolled() {
    Term once = endless("x", A);
    Term unrolled = new Term.Sequence(List.of(A, new Term.Sequence(List.of(A, endless("y", A)))));
    Term twice = twoInTurn(A, A);

    assertThat(Meaning.digest(unrolled)).isEqualTo(Meaning.digest(once));
    assertThat(Meaning.digest(twice)).isEqualTo(Meaning.digest(once));
    assertThat(Meaning.digest(endless("x", B))).isNotEqualTo(Meaning.digest(once));
    assertThat(Meaning.digest(twoInTurn(A, B))).isNotEqualTo(Meaning.digest(once));
  }

  @Test
  void knotsThatOnlyLeadToOneAnotherEnd() {
    assertThat(Meaning.digest(empty("x"))).isEqualTo(Meaning.digest(empty("y")));
  }

  private static Term endless(String key, Term head) {
    return new Term.Knot(key, () -> new Term.Sequence(List.of(head, endless(key, head))));
  }

  private static Term twoInTurn(Term first, Term second) {
    return new Term.Knot(
        "first",
        () ->
            new Term.Sequence(
                List.of(
                    first,
                    new Term.Knot(
                        "second",
                        () -> new Term.Sequence(List.of(second, twoInTurn(first, second)))))));
  }

  private static Term empty(String key) {
    return new Term.Knot(key, () -> empty(key));
  }
}
