package dev.concordat.compare.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.avro.AvroBinary;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/// Ours against Avro's own library, on pairs of schemas at random: the same verdict, and every datum that is shown is read
/// by the library as we say.
class AvroLibraryTest {
  private static final int PAIRS = Integer.getInteger("pairs", 2_500);
  private static final int VALUES = 3;
  private static final Roles ROLES = new Roles("the writer", "the reader");

  private final long seed = Long.getLong("seed", 20261123L);
  private int compared;
  private int refused;
  private int witnessed;
  private int lossy;
  private int stated;
  private int undecided;
  private int values;

  private record Case(
      Schema theirWriter, Schema theirReader, AvroSchema writer, AvroSchema reader) {
    @Override
    public String toString() {
      return "writer " + theirWriter + "\nreader " + theirReader;
    }
  }

  private static Optional<Case> pair(JsonValue writer, JsonValue reader) {
    Optional<Schema> theirWriter = Library.parse(writer.toString());
    Optional<Schema> theirReader = Library.parse(reader.toString());
    Optional<AvroSchema> ourWriter = Library.ours(writer.toString());
    Optional<AvroSchema> ourReader = Library.ours(reader.toString());
    return theirWriter.isPresent()
            && theirReader.isPresent()
            && ourWriter.isPresent()
            && ourReader.isPresent()
        ? Optional.of(
            new Case(theirWriter.get(), theirReader.get(), ourWriter.get(), ourReader.get()))
        : Optional.empty();
  }

  @Test
  void theLibraryAgreesWithEveryVerdictAndEveryWitness() throws IOException {
    System.out.println("avro pairs seed " + seed + ", again with -Dseed=" + seed);
    // Given
    var generated = new GeneratedPairs(new Random(seed));
    while (compared < PAIRS) {
      JsonValue one = generated.schema();
      JsonValue other = generated.edited(one);
      Optional<Case> there = pair(one, other);
      Optional<Case> back = pair(other, one);

      // When, Then
      if (there.isPresent() && back.isPresent()) {
        check(there.get());
        check(back.get());
      }
    }
    System.out.printf(
        "%d pairs, %d refused; data read by the library: %d refused, %d lossy, %d at random; %d"
            + " refusals without a datum%n",
        compared, refused, witnessed, lossy, values, stated);
    assertThat(refused).isBetween(compared / 10, compared * 9 / 10);
    assertThat(witnessed).isGreaterThan(refused / 2);
    assertThat(lossy).isPositive();
    assertThat(undecided).isZero();
  }

  private void check(Case pair) throws IOException {
    List<AvroIssue> issues = AvroCompatibility.issues(pair.writer(), pair.reader(), ROLES);
    compared++;
    Set<String> theirs = Library.verdict(pair.theirReader(), pair.theirWriter());
    if (theirs.contains("AMBIGUOUS")) {
      assertThat(issues).as(pair.toString()).anyMatch(issue -> issue.impact() == Impact.BREAKS);
    } else {
      var ours = new TreeSet<String>();
      boolean isRefused = !theirs.isEmpty();
      issues.forEach(issue -> issue.aliases().stream().map(Alias::id).forEach(ours::add));
      assertThat(!ours.isEmpty()).as("%s%n%s", pair, issues).isEqualTo(isRefused);
      // One cause that is met in a union and outside of it is told once.
      assertThat(theirs).as("%s%n%s", pair, issues).containsAll(ours);
      theirs.remove("MISSING_UNION_BRANCH");
      assertThat(ours).as("%s%n%s", pair, issues).containsAll(theirs);
    }
    refused += issues.stream().allMatch(issue -> issue.aliases().isEmpty()) ? 0 : 1;
    boolean isReadable =
        issues.stream().noneMatch(each -> each.impact() == Impact.BREAKS)
            && Library.canEnd(pair.theirWriter());
    for (AvroIssue issue : issues) {
      check(pair, issue, isReadable);
    }
    random(pair, issues);
  }

  private void check(Case pair, AvroIssue issue, boolean isReadable) throws IOException {
    if (!(issue.evidence() instanceof Evidence.Witnessed(var witness))
        || !(witness.message() instanceof WitnessMessage.Encoded encoded)) {
      boolean isLoss = issue.impact() == Impact.RISKY || issue.impact() == Impact.MEANING;
      stated += issue.impact() == Impact.BREAKS ? 1 : 0;
      undecided += issue.impact() == Impact.UNKNOWN ? 1 : 0;
      // Where nothing of the record can be read, no datum shows what is lost in it.
      assertThat(isLoss && isReadable && !issue.message().startsWith("where the field is not"))
          .as("%s%n%s", pair, issue)
          .isFalse();
      return;
    }
    Library.Outcome outcome =
        Library.read(encoded.bytes().toArray(), pair.theirWriter(), pair.theirReader());
    Library.Outcome own =
        Library.read(encoded.bytes().toArray(), pair.theirWriter(), pair.theirWriter());
    if (outcome instanceof Library.Outcome.BrokeDown || own instanceof Library.Outcome.BrokeDown) {
      return;
    }
    assertThat(own).as("%s%n%s", pair, issue).isInstanceOf(Library.Outcome.Read.class);
    if (issue.impact() == Impact.BREAKS) {
      assertThat(outcome).as("%s%n%s", pair, issue).isInstanceOf(Library.Outcome.Refused.class);
      witnessed++;
      return;
    }
    lossy++;
    assertThat(outcome).as("%s%n%s", pair, issue).isInstanceOf(Library.Outcome.Read.class);
    if (outcome instanceof Library.Outcome.Read(byte[] again)) {
      AvroBinary.decode(pair.reader(), again)
          .value()
          .map(value -> Meant.of(pair.reader(), value))
          .ifPresent(read -> assertThat(encoded.read()).as("%s%n%s", pair, issue).isEqualTo(read));
    }
  }

  /// What is said to be read as it was meant is, whatever the data.
  private void random(Case pair, List<AvroIssue> issues) throws IOException {
    var resolution = new Resolution(new SchemaPair(pair.writer(), pair.reader()));
    for (int i = 0; i < VALUES; i++) {
      byte[] bytes;
      try {
        bytes = Library.random(pair.theirWriter(), seed + i);
      } catch (RuntimeException | StackOverflowError e) {
        continue;
      }
      AvroBinary.Decoded decoded = AvroBinary.decode(pair.writer(), bytes);
      if (decoded.verdict().undecided().isPresent()) {
        continue;
      }
      assertThat(decoded.value()).as("%s%n%s", pair, decoded.verdict()).isPresent();
      JsonValue sent = decoded.value().orElseThrow();
      ReadBack.Outcome ours = ReadBack.of(resolution, sent, ROLES);
      Library.Outcome theirs = Library.read(bytes, pair.theirWriter(), pair.theirReader());
      values++;
      switch (theirs) {
        case Library.Outcome.BrokeDown ignored -> {}
        case Library.Outcome.Refused refusal -> {
          assertThat(ours).as("%s%n%s", pair, refusal).isInstanceOf(ReadBack.Outcome.Refused.class);
          assertThat(issues).as(pair.toString()).anyMatch(issue -> issue.impact() == Impact.BREAKS);
        }
        case Library.Outcome.Read(byte[] again) -> {
          Optional<JsonValue> read = AvroBinary.decode(pair.reader(), again).value();
          assertThat(ours).as(pair.toString()).isInstanceOf(ReadBack.Outcome.Read.class);
          if (read.isPresent() && ours instanceof ReadBack.Outcome.Read(JsonValue value)) {
            assertThat(value).as(pair.toString()).isEqualTo(read.get());
          }
        }
      }
    }
  }
}
