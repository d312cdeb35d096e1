package dev.concordat.cli.comparison;

import dev.concordat.cli.console.Console;
import dev.concordat.compare.replay.ContractWord;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.report.comparison.WitnessJson;
import dev.concordat.report.comparison.WitnessText;
import dev.concordat.report.json.Members;
import java.util.List;

/// Tells what replaying differences says.
final class ReplayTeller {
  private final Console console;

  ReplayTeller(Console console) {
    this.console = console;
  }

  void text(DifferenceReplay replay) {
    StoredDifference difference = replay.difference();
    console.out().println(difference.rule() + "   " + difference.position().text());
    console.out().println("  " + difference.message());
    console.out().println();
    WitnessText.lines(difference.witness()).forEach(line -> console.out().println("    " + line));
    console.out().println();
    if (replay.isRedacted()) {
      console
          .out()
          .println(
              "  a secret was taken out of the message, so the contracts are not asked about it");
    } else {
      word(replay.leftFile(), replay.left());
      word(replay.rightFile(), replay.right());
    }
    console
        .out()
        .println(
            replay.isFoundAgain()
                ? "  comparing anew finds the difference again"
                : "  comparing anew does not find the difference any more");
    console.out().println();
    console.out().println(replay.isStillBroken() ? "still broken" : "it holds now");
    console.out().flush();
  }

  private void word(String file, ContractWord word) {
    switch (word) {
      case ContractWord.Allows() -> console.out().println("  ✓ " + file + " allows it");
      case ContractWord.Refuses(List<String> reasons) ->
          console.out().println("  ✗ " + file + " refuses it: " + String.join("; ", reasons));
      case ContractWord.NotJudged() ->
          console.out().println("  · " + file + " says nothing of the message by itself");
    }
  }

  void json(List<DifferenceReplay> replays) {
    console
        .out()
        .println(JsonText.pretty(new JsonArray(replays.stream().map(ReplayTeller::json).toList())));
    console.out().flush();
  }

  private static JsonValue json(DifferenceReplay replay) {
    StoredDifference difference = replay.difference();
    return new Members()
        .put("id", difference.id())
        .put("rule", difference.rule())
        .put("position", difference.position().text())
        .put("message", difference.message())
        .put("witness", WitnessJson.message(difference.witness()))
        .put("left", side(replay.leftFile(), replay.left()))
        .put("right", side(replay.rightFile(), replay.right()))
        .put("foundAgain", replay.isFoundAgain())
        .put("broken", replay.isStillBroken())
        .object();
  }

  private static JsonValue side(String file, ContractWord word) {
    Members side = new Members().put("file", file);
    return switch (word) {
      case ContractWord.Allows() -> side.put("says", "allows").object();
      case ContractWord.Refuses(List<String> reasons) ->
          side.put("says", "refuses").texts("reasons", reasons).object();
      case ContractWord.NotJudged() -> side.put("says", "nothing").object();
    };
  }
}
