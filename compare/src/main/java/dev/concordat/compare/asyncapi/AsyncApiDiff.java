package dev.concordat.compare.asyncapi;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Format;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.AgreeMessageRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An old AsyncAPI document with a new one, whichever versions of AsyncAPI they are written in: what the application
/// sends must be read by old readers, and what old senders send must be read by it.
public final class AsyncApiDiff implements Format {
  @Override
  public boolean fits(Contract left, Contract right) {
    return left instanceof AsyncApiContract && right instanceof AsyncApiContract;
  }

  @Override
  public Compared compare(Contract left, Contract right, Policies policies) {
    var findings = new Findings(policies, true);
    AsyncApiContract before = (AsyncApiContract) left;
    AsyncApiContract after = (AsyncApiContract) right;
    ends(before, after, findings);
    new LooseChannels(before, after, findings).versions();
    ServerComparison.compare(before.servers(), after.servers()).forEach(findings::add);
    return findings.compared();
  }

  private static void ends(AsyncApiContract before, AsyncApiContract after, Findings findings) {
    Map<End.Key, End> now = End.of(after);
    var matching = new EndMatching(now);
    var comparison = new EndComparison(findings);
    Set<End.Key> met = new HashSet<>();
    for (End old : End.of(before).values()) {
      Optional<End> same = matching.at(old, old.action());
      same.ifPresent(
          end -> {
            met.add(end.key());
            comparison.versions(old, end);
          });
      if (same.isEmpty()) {
        Optional<End> moved = matching.named(old);
        moved.ifPresent(
            end -> {
              met.add(end.key());
              comparison.versions(old, end);
            });
        gone(old, moved, findings);
      }
    }
    now.forEach(
        (key, end) -> {
          if (!met.contains(key)) {
            added(end, findings);
          }
        });
  }

  private static void gone(End old, Optional<End> moved, Findings findings) {
    String what = moved.map(end -> "moved to " + Addresses.shown(end.channel())).orElse("is gone");
    String whom =
        switch (old.action()) {
          case SEND -> "whoever listens at " + Addresses.shown(old.channel()) + " hears nothing";
          case RECEIVE -> "whoever sends to " + Addresses.shown(old.channel()) + " is not heard";
        };
    stated(
        findings,
        AgreeMessageRules.CHANNEL_GONE,
        Impact.BREAKS,
        old,
        old.operations().getFirst().id() + " " + what + ": " + whom,
        Optional.of(old.at()),
        moved.map(End::at));
  }

  private static void added(End end, Findings findings) {
    stated(
        findings,
        AgreeRules.CHANGED_SAFELY,
        Impact.SAFE,
        end,
        end.operations().getFirst().id() + " is new",
        Optional.empty(),
        Optional.of(end.at()));
  }

  private static void stated(
      Findings findings,
      Rule rule,
      Impact impact,
      End end,
      String message,
      Optional<Sentence> before,
      Optional<Sentence> after) {
    findings.add(
        Findings.stated(
            rule,
            impact,
            new Position(end.shown(), Position.Part.OPERATION, ""),
            message,
            before,
            after));
  }
}
