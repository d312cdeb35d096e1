package dev.concordat.cli.comparison;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.replay.ContractWord;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.tree.ReferencePolicy;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.run.Trouble;
import dev.concordat.model.run.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks at a difference of an earlier comparison again: reads both contracts as they are now, shows them the message that was
/// kept, and compares them anew.
public final class DifferenceReplayer {
  private final Console console;
  private final Supplier<LocalDate> today;
  private final ComparisonStore store;

  public DifferenceReplayer(Console console, Installation installation, Supplier<LocalDate> today) {
    this.console = console;
    this.today = today;
    this.store = new ComparisonStore(installation.home());
  }

  /// One line for every difference whose id starts so.
  public List<String> describe(String idPrefix) {
    return find(idPrefix).stream().map(FoundDifference::describe).toList();
  }

  private List<FoundDifference> find(String idPrefix) {
    try {
      return store.find(idPrefix);
    } catch (IOException e) {
      console.say("concordat: the comparisons cannot be read: " + e.getMessage());
      return List.of();
    }
  }

  /// Replays the only difference whose id starts so.
  public Verdict replay(String idPrefix, boolean isJson) {
    List<DifferenceReplay> replays = new ArrayList<>();
    for (StoredDifference difference : find(idPrefix).getFirst().differences()) {
      try {
        Optional<DifferenceReplay> replay = replay(difference);
        if (replay.isEmpty()) {
          return Verdict.BAD_INPUT;
        }
        replays.add(replay.get());
      } catch (IOException e) {
        console.say("concordat: a temporary folder cannot be removed: " + e.getMessage());
        return Verdict.NO_ENVIRONMENT;
      }
    }
    var teller = new ReplayTeller(console);
    if (isJson) {
      teller.json(replays);
    } else {
      replays.forEach(teller::text);
    }
    return replays.stream().anyMatch(DifferenceReplay::isStillBroken)
        ? Verdict.FINDINGS
        : Verdict.HOLDS;
  }

  private Optional<DifferenceReplay> replay(StoredDifference difference) throws IOException {
    try (SideOpener opener =
        new SideOpener(difference.workingFolder(), InputStream.nullInputStream())) {
      Optional<Again> left = again(opener, difference.source().left());
      Optional<Again> right = again(opener, difference.source().right());
      if (left.isEmpty() || right.isEmpty()) {
        return Optional.empty();
      }
      boolean isRedacted = Redaction.isRedacted(difference.witness());
      return Optional.of(
          new DifferenceReplay(
              difference,
              left.get().file(),
              word(difference, left.get().contract(), isRedacted),
              right.get().file(),
              word(difference, right.get().contract(), isRedacted),
              isFoundAgain(difference, left.get().contract(), right.get().contract()),
              isRedacted));
    }
  }

  /// @param file as it is shown, with its revision
  private record Again(Contract contract, String file) {}

  private Optional<Again> again(SideOpener opener, ContractSource source) {
    if (source.word().equals(SideOpener.STANDARD_INPUT)) {
      console.say("concordat: a contract came from standard input, which is not kept.");
      console.say("    fix: compare files or git revisions, and replay that");
      return Optional.empty();
    }
    return switch (opener.open(source)) {
      case SideOpener.Opened.Refused(Trouble trouble) -> {
        console.say("concordat: " + trouble.subject() + ": " + trouble.message());
        yield Optional.empty();
      }
      case SideOpener.Opened.Here(Side side) -> {
        Optional<ReadContract> read =
            new SideReader(side, ReferencePolicy.WORKSPACE_ONLY)
                .read().stream().filter(each -> each.name().equals(source.name())).findFirst();
        if (read.isEmpty()) {
          console.say("concordat: " + source.word() + " has no " + source.name() + " any more.");
        }
        yield read.map(
            each -> new Again(each.contract(), side.origin().named(each.contract().file())));
      }
    };
  }

  private static ContractWord word(
      StoredDifference difference, Contract contract, boolean isRedacted) {
    return isRedacted
        ? new ContractWord.NotJudged()
        : ContractWord.of(contract, difference.position(), difference.witness());
  }

  private boolean isFoundAgain(StoredDifference difference, Contract left, Contract right) {
    Comparer comparer = Comparer.withoutNamesOfTools(Policies.defaults(today.get()));
    Optional<ContractComparison> again =
        difference.isDiff() ? comparer.diff(left, right) : comparer.agree(left, right);
    return again
        .map(
            comparison ->
                comparison.differences().stream()
                    .anyMatch(
                        each -> each.id().equals(difference.id()) && each.impact().isFinding()))
        .orElse(false);
  }
}
