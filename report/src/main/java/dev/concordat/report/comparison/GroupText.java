package dev.concordat.report.comparison;

import dev.concordat.model.comparison.Affected;
import dev.concordat.model.comparison.Counting;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Origin;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Subject;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Curl;
import dev.concordat.model.finding.Sentence;
import dev.concordat.report.terminal.Style;
import dev.concordat.report.terminal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One group of differences as a person reads it: what breaks, the message that shows it, both sentences, whom it concerns,
/// how to look at it again.
final class GroupText {
  /// How many of the lines say the rule, the position and the message.
  static final int HEAD_LINES = 2;

  private static final int VALUE_LIMIT = 400;
  private static final int POSITIONS_SHOWN = 4;
  private static final int CONSUMERS_SHOWN = 8;
  private static final int MESSAGES_SHOWN = 2;
  private static final int MESSAGE_LINES = 15;
  private static final int LABEL_WIDTH = 9;
  private static final int MIN_SENTENCE_WIDTH = 40;

  private final Style style;
  private final int width;
  private final boolean hasSeveralPairs;
  private final Counting counting;

  /// @param counting where levels of another tool decide, its names stand beside each difference
  GroupText(Style style, int width, boolean hasSeveralPairs, Counting counting) {
    this.counting = counting;
    this.style = style;
    this.width = width;
    this.hasSeveralPairs = hasSeveralPairs;
  }

  /// The lines, without line ends.
  List<String> lines(Group group) {
    Difference difference = group.difference();
    List<String> lines = new ArrayList<>();
    lines.add(headline(group));
    String where = difference.pointer().isEmpty() ? "" : style.strong(pointer(difference)) + "  ";
    lines.add("    " + where + Words.shown(GroupWords.message(difference), VALUE_LIMIT));
    names(lines, difference);
    evidence(lines, group);
    sentence(lines, group, true);
    sentence(lines, group, false);
    affected(lines, difference);
    also(lines, group);
    group
        .main()
        .acceptance()
        .ifPresent(
            accepted ->
                lines.add(
                    detail(
                        "accepted",
                        "by "
                            + accepted.owner()
                            + " until "
                            + accepted.until()
                            + ": "
                            + Words.shown(accepted.reason(), VALUE_LIMIT)
                            + "  "
                            + style.faint(accepted.place().shortForm()))));
    if (Replays.isReplayable(difference)) {
      lines.add(detail("replay", style.strong(Replays.command(difference))));
    }
    return lines;
  }

  private static String pointer(Difference difference) {
    return Words.shown(difference.pointer(), VALUE_LIMIT);
  }

  private String headline(Group group) {
    Difference difference = group.difference();
    Position position = difference.position();
    String operation =
        position.operation().isEmpty()
            ? ""
            : "   " + style.strong(Words.shown(position.operation(), VALUE_LIMIT));
    String part =
        position.part() == Position.Part.OPERATION && position.detail().isEmpty()
            ? ""
            : "   " + Words.shown(partText(position), VALUE_LIMIT);
    String pair = hasSeveralPairs ? "   " + group.pair().comparison().right().file() : "";
    return sign(group) + operation + part + pair + "   " + style.faint(difference.id());
  }

  private static String partText(Position position) {
    return position.detail().isEmpty()
        ? position.part().words()
        : position.part().words() + " " + position.detail();
  }

  private String sign(Group group) {
    Difference difference = group.difference();
    String rule = difference.rule().id();
    if (group.main().acceptance().isPresent()) {
      return style.faint("· " + rule);
    }
    if (counting instanceof Counting.ByLevels && group.main().counts()) {
      return style.bad("✗ " + rule);
    }
    return switch (difference.impact()) {
      case BREAKS, MISREAD, POLICY -> style.bad("✗ " + rule);
      case UNKNOWN -> style.warn("? " + rule);
      case RISKY, MEANING, CLIENT_CODE -> style.warn("! " + rule);
      case SAFE -> style.good("✓ " + rule);
    };
  }

  /// What the tool whose levels decide calls it: `ERR request-parameter-removed`.
  private void names(List<String> lines, Difference difference) {
    if (!(counting instanceof Counting.ByLevels levels)) {
      return;
    }
    List<String> names =
        difference.aliases().stream()
            .filter(alias -> alias.tool().equals(levels.tool()))
            .map(alias -> (alias.level() + " " + alias.id()).strip())
            .distinct()
            .toList();
    lines.add(
        detail(
            "named",
            levels.tool()
                + ": "
                + (names.isEmpty() ? "no rule speaks of it" : String.join(", ", names))
                + "; here "
                + difference.impact().word()));
  }

  private void evidence(List<String> lines, Group group) {
    switch (group.difference().evidence()) {
      case Evidence.Witnessed(Witness witness) ->
          witness(lines, "witness", witness, group.difference().message());
      case Evidence.Undecided(String reason, List<String> tried) -> {
        lines.add(detail("unknown", Words.shown(reason, VALUE_LIMIT)));
        if (!tried.isEmpty()) {
          lines.add(detail("tried", Words.shown(String.join(", ", tried), VALUE_LIMIT)));
        }
      }
      case Evidence.Proved(String how) -> {
        if (group.difference().impact() == Impact.SAFE) {
          lines.add(detail("proof", Words.shown(how, VALUE_LIMIT)));
        }
      }
      case Evidence.Stated() -> {}
    }
  }

  /// @param said what the reader has read already
  private void witness(List<String> lines, String label, Witness witness, String said) {
    List<String> text = WitnessText.lines(witness.message());
    lines.add(detail(label, text.getFirst()));
    text.stream().skip(1).forEach(line -> lines.add(line.isEmpty() ? "" : detail("", line)));
    lines.add(
        detail(
            "refused",
            "by "
                + witness.receiver()
                + (said.contains(witness.refusal())
                    ? ""
                    : ": " + Words.shown(witness.refusal(), VALUE_LIMIT))
                + voters(witness)));
    if (witness.message() instanceof WitnessMessage.HttpRequest(var request)) {
      Curl.of(request).ifPresent(command -> lines.add(detail("curl", command)));
    }
  }

  private String voters(Witness witness) {
    return witness.voters().size() < 2
        ? ""
        : style.faint("  (" + GroupWords.and(witness.voters()) + " agree)");
  }

  private void sentence(List<String> lines, Group group, boolean isLeft) {
    Difference difference = group.difference();
    var found = isLeft ? difference.before() : difference.after();
    Subject subject = isLeft ? group.pair().comparison().left() : group.pair().comparison().right();
    boolean isConsumers = isLeft && isOfConsumer(group);
    Origin origin = isConsumers ? Origin.HERE : isLeft ? group.pair().left() : group.pair().right();
    String label = isConsumers ? "consumer" : label(subject);
    found.ifPresent(sentence -> lines.add(detail(label, sentence(sentence, origin))));
  }

  /// Whether the difference is one of a known consumer with the new contract, so that its first sentence is the consumer's.
  private static boolean isOfConsumer(Group group) {
    String role = group.pair().comparison().left().role();
    return group.difference().evidence() instanceof Evidence.Witnessed(Witness witness)
        && !witness.sender().equals(role)
        && !witness.receiver().equals(role);
  }

  /// `old`, `new`, `consumer`, `provider`: the words of the role that tell it from the other.
  private static String label(Subject subject) {
    String role = subject.role();
    String last = role.startsWith("the ") ? role.substring("the ".length()) : role;
    return last.endsWith(" contract") ? last.substring(0, last.indexOf(' ')) : last;
  }

  private String sentence(Sentence sentence, Origin origin) {
    String place = origin.named(sentence.place().shortForm());
    int left = Math.max(MIN_SENTENCE_WIDTH, width - LABEL_WIDTH - 6 - place.length());
    return place + "  " + style.faint(Words.shown(sentence.text().strip(), left));
  }

  private void affected(List<String> lines, Difference difference) {
    List<Affected> concerned =
        difference.affected().stream().filter(each -> each.impact() != Impact.SAFE).toList();
    for (Affected each : concerned.stream().limit(CONSUMERS_SHOWN).toList()) {
      lines.add(
          detail(
              "affects",
              style.warn(each.consumer()) + ": " + Words.shown(each.why(), VALUE_LIMIT)));
    }
    concerned.stream()
        .filter(each -> each.witness().isPresent() && isNews(each, difference))
        .limit(MESSAGES_SHOWN)
        .forEach(each -> message(lines, each));
    if (concerned.size() > CONSUMERS_SHOWN) {
      lines.add(
          detail(
              "affects", "and " + (concerned.size() - CONSUMERS_SHOWN) + " more; --format json"));
    }
    if (!difference.affected().isEmpty() && concerned.isEmpty()) {
      lines.add(
          detail(
              "affects",
              "none of "
                  + Words.count(difference.affected().size(), "known consumer")
                  + ": "
                  + difference.affected().stream()
                      .map(Affected::consumer)
                      .limit(CONSUMERS_SHOWN)
                      .collect(Collectors.joining(", "))));
    }
  }

  private static boolean isNews(Affected affected, Difference difference) {
    return !(difference.evidence() instanceof Evidence.Witnessed(Witness witness)
        && affected.witness().map(Witness::message).equals(Optional.of(witness.message())));
  }

  /// The message of a consumer's own.
  private void message(List<String> lines, Affected affected) {
    affected
        .witness()
        .ifPresent(
            witness -> {
              lines.add(detail("message", "of " + style.warn(affected.consumer())));
              WitnessText.lines(witness.message()).stream()
                  .limit(MESSAGE_LINES)
                  .forEach(line -> lines.add(line.isEmpty() ? "" : detail("", line)));
            });
  }

  private void also(List<String> lines, Group group) {
    List<String> positions = group.otherPositions();
    if (positions.isEmpty()) {
      return;
    }
    String shown =
        positions.stream()
            .limit(POSITIONS_SHOWN)
            .map(text -> Words.shown(text, VALUE_LIMIT))
            .collect(Collectors.joining("; "));
    int more = positions.size() - POSITIONS_SHOWN;
    lines.add(
        detail("also at", shown + (more > 0 ? "; and " + Words.count(more, "more position") : "")));
  }

  private String detail(String label, String text) {
    return "    "
        + style.faint(label + " ".repeat(Math.max(0, LABEL_WIDTH - label.length())))
        + text;
  }
}
