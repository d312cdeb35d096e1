package dev.concordat.cli.comparison;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.consumer.Consumers;
import dev.concordat.compare.protobuf.ProtobufFolders;
import dev.concordat.compare.unread.UnreadSentences;
import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.model.comparison.ComparisonReport.Question;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.VersionAdvice;
import java.util.Optional;

/// Compares the contracts of an old and a new side.
final class Diffing {
  private final Comparer comparer;
  private final Collected collected;
  private final Phases phases;
  private final ComparisonRequest request;
  private final Consumers consumers;

  /// @param comparer by the policies of the request
  /// @param consumers the known ones
  Diffing(
      ComparisonRequest request,
      Comparer comparer,
      Collected collected,
      Phases phases,
      Consumers consumers) {
    this.comparer = comparer;
    this.collected = collected;
    this.phases = phases;
    this.request = request;
    this.consumers = consumers;
  }

  void diff(SideContracts left, SideContracts right) {
    if (left.side().isFolder() != right.side().isFolder()) {
      collected.trouble(
          left.side().word() + " → " + right.side().word(),
          "one is a folder and the other a file",
          "name two files or two folders");
      return;
    }
    Pairing pairing = Pairing.of(left.side(), left.contracts(), right.side(), right.contracts());
    for (Pairing.Pair pair : pairing.pairs()) {
      // Both are asked, so that both are told.
      boolean isLeftWhole = collected.isWhole(left.side(), pair.left());
      boolean isRightWhole = collected.isWhole(right.side(), pair.right());
      if (isLeftWhole && isRightWhole) {
        diff(left.side(), pair.left(), right.side(), pair.right());
      }
    }
    for (ReadContract removed : pairing.removed()) {
      if (collected.isWhole(left.side(), removed) && canDiff(removed)) {
        add(Unpaired.removed(removed.contract()), left.side(), removed, right.side(), removed);
      }
    }
    for (ReadContract added : pairing.added()) {
      if (collected.isWhole(right.side(), added) && canDiff(added)) {
        add(Unpaired.added(added.contract()), left.side(), added, right.side(), added);
      }
    }
  }

  private boolean canDiff(ReadContract read) {
    boolean can = Comparer.canDiff(read.contract(), read.contract());
    if (!can) {
      collected.passOver(read.contract());
    }
    return can;
  }

  private void diff(Side leftSide, ReadContract left, Side rightSide, ReadContract right) {
    phases.enter("comparing " + right.contract().file());
    Optional<ContractComparison> compared = compared(left, right);
    if (compared.isPresent()) {
      UnreadSentences unread =
          UnreadSentences.ofVersions(left.contract().problems(), right.contract().problems());
      unread.left().forEach(each -> collected.say(new ProblemPlaces(leftSide).text(each)));
      unread.right().forEach(each -> collected.say(new ProblemPlaces(rightSide).text(each)));
      ContractComparison narrowed =
          consumers.narrowed(compared.get(), left.contract(), right.contract(), request.isStrict());
      add(unread.addedTo(new Redaction().ofConsumers(narrowed)), leftSide, left, rightSide, right);
    } else if (rightSide.isFolder()) {
      collected.passOver(right.contract());
    } else {
      collected.trouble(
          left.contract().file() + " → " + right.contract().file(),
          "there is no comparison of an old "
              + left.contract().kind().label()
              + " document with a new "
              + right.contract().kind().label()
              + " document",
          Kinds.sentence(Question.DIFF));
    }
  }

  /// By the rules of the new side's `buf.yaml`, where it has one.
  private Optional<ContractComparison> compared(ReadContract left, ReadContract right) {
    if (right.workspace().isEmpty() || !(left.contract() instanceof ProtobufContract before)) {
      return comparer.diff(left.contract(), right.contract());
    }
    ProtobufFolders.Found found =
        ProtobufFolders.diff(
            before,
            before.file(),
            right.workspace().get(),
            right.contract().file(),
            request.policies());
    if (found.leftAlone() > 0) {
      collected.say(
          "buf.yaml leaves alone: "
              + found.leftAlone()
              + (found.leftAlone() == 1 ? " change" : " changes")
              + " that none of the rules it uses speaks of");
    }
    return Optional.of(found.comparison());
  }

  private void add(
      ContractComparison comparison,
      Side leftSide,
      ReadContract left,
      Side rightSide,
      ReadContract right) {
    Optional<VersionAdvice> advice =
        request.hasVersionAdvice()
            ? Optional.of(
                Versions.advise(comparison, leftSide, left.contract(), rightSide, right.contract()))
            : Optional.empty();
    collected.add(
        comparison,
        advice,
        leftSide,
        rightSide,
        new PairSource(ContractSource.of(leftSide, left), ContractSource.of(rightSide, right)));
  }
}
