package dev.concordat.compare.protobuf;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Format;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.protobuf.buf.BufBreaking;
import dev.concordat.compare.protobuf.buf.BufFinding;
import dev.concordat.compare.protobuf.wire.Peer;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.protobuf.EnumType;
import dev.concordat.contracts.protobuf.MessageType;
import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.contracts.protobuf.ServiceSpec;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Tally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Old and new Protocol Buffers contracts: `.proto` files, folders of them, descriptor sets.
public final class ProtobufDiff implements Format {
  @Override
  public boolean fits(Contract left, Contract right) {
    return left instanceof ProtobufContract && right instanceof ProtobufContract;
  }

  @Override
  public Compared compare(Contract left, Contract right, Policies policies) {
    return left instanceof ProtobufContract before && right instanceof ProtobufContract after
        ? compare(before, after, policies, UnaryOperator.identity())
        : Compared.NOTHING;
  }

  /// The same for what somebody wants to hear of.
  ///
  /// @param wanted those of the findings that count
  static Compared compare(
      ProtobufContract before,
      ProtobufContract after,
      Policies policies,
      UnaryOperator<List<BufFinding>> wanted) {
    if (before.files().isEmpty() || after.files().isEmpty()) {
      // What cannot be read was said; all of it would count as gone.
      return Compared.NOTHING;
    }
    var old = new Peer("the old contract", before);
    var now = new Peer("the new contract", after);
    List<BufFinding> findings = wanted.apply(BufBreaking.check(before, after));
    var differences =
        new ArrayList<Difference>(new Weighing(old, now, policies.protobuf()).weigh(findings));
    differences.addAll(new Additions(old, now).find());
    return new Compared(differences, tally(old, differences));
  }

  private static Tally tally(Peer before, List<Difference> differences) {
    Set<String> all =
        Stream.of(
                before.messages().stream().map(MessageType::fullName).map(name -> "type " + name),
                before.enums().stream().map(EnumType::fullName).map(name -> "type " + name),
                before.services().stream()
                    .flatMap(service -> service.methods().stream())
                    .map(ServiceSpec.Method::fullName))
            .flatMap(names -> names)
            .collect(Collectors.toSet());
    Set<String> broken = of(differences, Impact.BREAKS);
    Set<String> undecided = of(differences, Impact.UNKNOWN);
    undecided.removeAll(broken);
    all.removeAll(broken);
    all.removeAll(undecided);
    return new Tally(all.size(), broken.size(), undecided.size());
  }

  private static Set<String> of(List<Difference> differences, Impact impact) {
    return differences.stream()
        .filter(one -> one.impact() == impact)
        .map(one -> one.position().operation())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
