package dev.concordat.cli.comparison;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.unread.UnreadSentences;
import dev.concordat.model.comparison.ComparisonReport.Question;
import dev.concordat.model.comparison.ContractComparison;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Compares every consumer with the providers that it can be compared with.
final class Agreeing {
  private final Comparer comparer;
  private final Collected collected;
  private final Phases phases;

  Agreeing(Comparer comparer, Collected collected, Phases phases) {
    this.comparer = comparer;
    this.collected = collected;
    this.phases = phases;
  }

  void agree(List<SideContracts> consumers, List<SideContracts> providers) {
    for (SideContracts side : consumers) {
      for (ReadContract consumer : side.contracts()) {
        if (collected.isWhole(side.side(), consumer)) {
          agree(side.side(), consumer, providers);
        }
      }
    }
  }

  private void agree(Side consumerSide, ReadContract consumer, List<SideContracts> providers) {
    boolean isCompared = false;
    boolean isTold = false;
    for (SideContracts side : providers) {
      for (ReadContract provider : Providers.of(consumer, side.contracts())) {
        if (collected.isWhole(side.side(), provider)) {
          isCompared |= agree(consumerSide, consumer, side.side(), provider);
        } else {
          isTold = true;
        }
      }
    }
    if (isCompared || isTold) {
      return;
    }
    if (consumerSide.isFolder()) {
      collected.passOver(consumer.contract());
    } else {
      collected.trouble(
          consumer.contract().file(),
          "it is "
              + consumer.contract().kind().label()
              + ", and none of what was named can be its provider: "
              + kinds(providers),
          Kinds.sentence(Question.AGREE));
    }
  }

  private static String kinds(List<SideContracts> providers) {
    String kinds =
        providers.stream()
            .flatMap(side -> side.contracts().stream())
            .map(read -> read.contract().file() + " is " + read.contract().kind().label())
            .collect(Collectors.joining(", "));
    return kinds.isEmpty() ? "there is no contract" : kinds;
  }

  private boolean agree(
      Side consumerSide, ReadContract consumer, Side providerSide, ReadContract provider) {
    phases.enter("comparing " + consumer.contract().file() + " with " + provider.contract().file());
    Optional<ContractComparison> compared =
        comparer.agree(consumer.contract(), provider.contract());
    if (compared.isEmpty()) {
      return false;
    }
    UnreadSentences unread =
        UnreadSentences.ofTwo(consumer.contract().problems(), provider.contract().problems());
    unread.left().forEach(each -> collected.say(new ProblemPlaces(consumerSide).text(each)));
    unread.right().forEach(each -> collected.say(new ProblemPlaces(providerSide).text(each)));
    collected.add(
        Redaction.isRecorded(consumer.contract().kind())
            ? new Redaction().of(unread.addedTo(compared.get()))
            : unread.addedTo(compared.get()),
        Optional.empty(),
        consumerSide,
        providerSide,
        new PairSource(
            ContractSource.of(consumerSide, consumer), ContractSource.of(providerSide, provider)));
    return true;
  }
}
