package dev.concordat.cli.command;

import dev.concordat.compare.oasdiff.PeerRule;
import dev.concordat.compare.peer.LevelledTool;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.json.JsonText;
import dev.concordat.report.json.Members;
import java.io.PrintStream;

/// Tells what becomes here of a rule of another tool.
final class PeerRuleText {
  private final PrintStream out;

  PeerRuleText(PrintStream out) {
    this.out = out;
  }

  void print(PeerRule rule, OutputFormat format) {
    if (format == OutputFormat.json) {
      out.println(
          JsonText.pretty(
              new Members()
                  .put("tool", rule.tool())
                  .put("id", rule.id())
                  .put("level", rule.level())
                  .texts("rules", rule.ours().stream().map(Rule::id).toList())
                  .put("judged", rule.judged())
                  .object()));
      return;
    }
    out.println(rule.name() + (rule.level().isEmpty() ? "" : "   there: " + rule.level()));
    out.println();
    if (rule.ours().isEmpty()) {
      out.println("Not named here: " + rule.judged());
      return;
    }
    out.println("Here, where it does harm:");
    rule.ours().forEach(ours -> out.println("  " + ours.id() + "  " + ours.title()));
    out.println("Where it is proved to do none: " + AgreeRules.CHANGED_SAFELY.id());
    out.println();
    out.println("Decided by " + rule.judged() + ".");
    if (LevelledTool.named(rule.tool()).isPresent()) {
      out.println("With `--levels " + rule.tool() + "` that tool's own level decides.");
    }
    out.println("An ignore file may name it: alias: " + rule.name());
  }
}
