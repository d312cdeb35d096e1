package dev.concordat.report.comparison;

import dev.concordat.model.comparison.Affected;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Origin;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Optional;

/// One group of differences in Markdown.
final class MarkdownGroup {
  private static final int POSITIONS_SHOWN = 5;

  private MarkdownGroup() {}

  /// Everything, with the message folded away.
  static String full(Group group) {
    Difference difference = group.difference();
    var text = new StringBuilder();
    text.append("#### ")
        .append(sign(group))
        .append(' ')
        .append(MarkdownText.code(difference.position().text()))
        .append("\n\n");
    if (!difference.pointer().isEmpty()) {
      text.append(MarkdownText.code(difference.pointer())).append(' ');
    }
    text.append(MarkdownText.plain(GroupWords.message(difference)))
        .append(" (")
        .append(MarkdownText.code(difference.rule().id()))
        .append(", ")
        .append(MarkdownText.code(difference.id()))
        .append(")\n\n");
    sentence(text, "old", difference.before(), group.pair().left());
    sentence(text, "new", difference.after(), group.pair().right());
    difference.affected().stream()
        .filter(affected -> affected.impact() != Impact.SAFE)
        .forEach(affected -> affected(text, affected));
    also(text, group);
    evidence(text, difference);
    return text.append('\n').toString();
  }

  /// One line of a list.
  static String line(Group group) {
    Difference difference = group.difference();
    String accepted =
        group
            .main()
            .acceptance()
            .map(
                by ->
                    " – accepted by "
                        + MarkdownText.plain(by.owner())
                        + " until "
                        + by.until()
                        + ": "
                        + MarkdownText.plain(by.reason()))
            .orElse("");
    String pointer =
        difference.pointer().isEmpty() ? "" : MarkdownText.code(difference.pointer()) + " ";
    return "- "
        + MarkdownText.code(difference.position().text())
        + ": "
        + pointer
        + MarkdownText.plain(GroupWords.message(difference))
        + " ("
        + MarkdownText.code(difference.rule().id())
        + ")"
        + accepted
        + "\n";
  }

  private static String sign(Group group) {
    return group.difference().impact() == Impact.UNKNOWN ? "❓" : "❌";
  }

  private static void sentence(
      StringBuilder text, String label, Optional<Sentence> sentence, Origin origin) {
    sentence.ifPresent(
        found -> {
          text.append("- ")
              .append(label)
              .append(' ')
              .append(MarkdownText.code(origin.named(found.place().shortForm())));
          if (!found.text().isBlank()) {
            text.append(' ').append(MarkdownText.code(found.text().strip()));
          }
          text.append('\n');
        });
  }

  private static void affected(StringBuilder text, Affected affected) {
    text.append("- affects **")
        .append(MarkdownText.plain(affected.consumer()))
        .append("**: ")
        .append(MarkdownText.plain(affected.why()))
        .append('\n');
  }

  private static void also(StringBuilder text, Group group) {
    List<String> positions = group.otherPositions();
    if (positions.isEmpty()) {
      return;
    }
    text.append("- also at ");
    text.append(
        String.join(
            ", ", positions.stream().limit(POSITIONS_SHOWN).map(MarkdownText::code).toList()));
    if (positions.size() > POSITIONS_SHOWN) {
      text.append(" and ").append(positions.size() - POSITIONS_SHOWN).append(" more positions");
    }
    text.append('\n');
  }

  private static void evidence(StringBuilder text, Difference difference) {
    switch (difference.evidence()) {
      case Evidence.Witnessed(Witness witness) -> witness(text, witness);
      case Evidence.Undecided(String reason, List<String> tried) -> {
        text.append("- not decided: ").append(MarkdownText.plain(reason)).append('\n');
        if (!tried.isEmpty()) {
          text.append("- tried: ")
              .append(MarkdownText.plain(String.join(", ", tried)))
              .append('\n');
        }
      }
      case Evidence.Proved ignored -> {}
      case Evidence.Stated ignored -> {}
    }
    if (Replays.isReplayable(difference)) {
      text.append("\n").append(MarkdownText.code(Replays.command(difference))).append('\n');
    }
  }

  private static void witness(StringBuilder text, Witness witness) {
    text.append("\n<details><summary>A message that ")
        .append(MarkdownText.plain(witness.sender()))
        .append(" allows and ")
        .append(MarkdownText.plain(witness.receiver()))
        .append(" refuses</summary>\n\n")
        .append(
            MarkdownText.block(
                language(witness.message()),
                String.join("\n", WitnessText.lines(witness.message()))))
        .append("\n\n")
        .append(MarkdownText.plain(witness.refusal()))
        .append("\n\n</details>\n");
  }

  private static String language(WitnessMessage message) {
    return switch (message) {
      case WitnessMessage.HttpRequest ignored -> "http";
      case WitnessMessage.HttpResponse ignored -> "http";
      case WitnessMessage.Value ignored -> "json";
      case WitnessMessage.GraphQl ignored -> "graphql";
      case WitnessMessage.Message ignored -> "";
      case WitnessMessage.Encoded ignored -> "";
      case WitnessMessage.GraphQlAnswer ignored -> "";
    };
  }
}
