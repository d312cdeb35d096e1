package dev.concordat.compare.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.protobuf.MutatedContract.Operator;
import dev.concordat.contracts.protobuf.ProtobufCodec;
import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.contracts.protobuf.ProtobufReader;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Random contracts with one change each: what breaks bytes is found with a message that shows it, what does not is not.
class MutationTest {
  private static final int SEEDS = 60;
  private static final Policies WIRE =
      Policies.defaults(LocalDate.of(2026, 1, 1)).withProtobuf(Policies.Protobuf.WIRE);

  private static ProtobufContract contract(FileDescriptorProto file) {
    return ProtobufReader.readDescriptorSet(
        "shop.binpb", FileDescriptorSet.newBuilder().addFile(file).build().toByteArray());
  }

  @ParameterizedTest
  @EnumSource(Operator.class)
  void tellsBreakingChangesFromOthers(Operator operator) {
    for (int seed = 0; seed < SEEDS; seed++) {
      // Given
      var random = new MutatedContract(new Random(seed * 31L + operator.ordinal()));
      FileDescriptorProto original = random.original();
      ProtobufContract before = contract(original);
      ProtobufContract after = contract(random.mutate(original, operator));
      assertThat(before.problems()).isEmpty();
      assertThat(after.problems()).isEmpty();
      // When
      List<Difference> differences =
          new Comparer(WIRE).diff(before, after).orElseThrow().differences();
      // Then
      String as = operator + ", seed " + seed;
      List<Difference> breaks =
          differences.stream().filter(one -> one.impact() == Impact.BREAKS).toList();
      assertThat(breaks.isEmpty()).as(as + ": " + differences).isEqualTo(!operator.isBreaking());
      assertThat(differences).as(as).noneMatch(one -> one.impact() == Impact.UNKNOWN);
      breaks.forEach(one -> verify(as, one, before, after));
    }
  }

  /// Reads the message once more with both sides.
  private static void verify(
      String as, Difference difference, ProtobufContract before, ProtobufContract after) {
    assertThat(difference.evidence()).as(as).isInstanceOf(Evidence.Witnessed.class);
    Witness witness = ((Evidence.Witnessed) difference.evidence()).witness();
    assertThat(witness.voters()).as(as).hasSize(2);
    assertThat(witness.message()).as(as).isInstanceOf(WitnessMessage.Encoded.class);
    var message = (WitnessMessage.Encoded) witness.message();
    boolean isForward = witness.sender().equals("the old contract");
    String named = difference.position().operation().substring("type ".length());
    // The enumeration stands in this message.
    String type = named.equals("shop.Colour") ? "shop.A" : named;
    Optional<JsonValue> sent = read(isForward ? before : after, type, message);
    Optional<JsonValue> read = read(isForward ? after : before, type, message);
    assertThat(sent).as(as).contains(message.sent());
    if (message.read() == JsonNull.NULL) {
      assertThat(witness.refusal()).as(as).isNotEmpty();
    } else {
      assertThat(read).as(as).contains(message.read()).isNotEqualTo(sent);
    }
  }

  private static Optional<JsonValue> read(
      ProtobufContract contract, String type, WitnessMessage.Encoded message) {
    return new ProtobufCodec(contract.types())
        .decode(type, message.bytes())
        .map(ProtobufCodec.Decoded::value);
  }
}
