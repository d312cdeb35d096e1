package dev.concordat.report.terminal;

import dev.concordat.model.finding.Sentence;

/// The sentence that a finding rests on, as one line: where it stands, and its text.
public final class SentenceText {
  private SentenceText() {}

  /// For a file.
  public static String plain(Sentence sentence) {
    return sentence.place().shortForm() + "  " + sentence.text().strip();
  }

  /// For a terminal.
  ///
  /// @param limit characters of the text that are shown
  public static String styled(Sentence sentence, Style style, int limit) {
    return sentence.place().shortForm()
        + "  "
        + style.faint(Words.shown(sentence.text().strip(), limit));
  }
}
