package dev.concordat.contracts.tree;

import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// A problem as people see it: what is wrong, where, the line with a mark under it, and how to mend it.
///
/// ```
/// error: the reference `#/order` leads nowhere: `api.yaml` has no `/order`
///   at orders/api.yaml:12:15   contract/dangling-reference
///      |
///   12 |         $ref: '#/order'
///      |               ^
///   fix: did you mean `#/orders`?
/// ```
public final class ProblemText {
  private static final int MAX_LINE = 100;
  private static final int BEFORE_MARK = 40;

  private ProblemText() {}

  /// With the line taken from the document that has the problem.
  public static String of(Problem problem, Document document) {
    return render(problem, document.line(problem.place().line()));
  }

  /// With the line taken from the file, if it can be read.
  ///
  /// @param root the workspace, which file names are relative to
  public static String of(Problem problem, Path root) {
    Path file = root.resolve(problem.place().file());
    try {
      return Files.isRegularFile(file)
          ? of(problem, new DocumentReader(root).source(file))
          : of(problem);
    } catch (IOException e) {
      // The place is said all the same; only the line is missing.
      return of(problem);
    }
  }

  private static String of(Problem problem, Source source) {
    return render(problem, source.line(problem.place().line()));
  }

  /// Without the line.
  public static String of(Problem problem) {
    return render(problem, Optional.empty());
  }

  private static String render(Problem problem, Optional<String> line) {
    var text = new StringBuilder();
    text.append(problem.severity().name().toLowerCase(Locale.ROOT))
        .append(": ")
        .append(problem.message())
        .append("\n  at ")
        .append(place(problem, line.isPresent()))
        .append("   ")
        .append(problem.rule())
        .append('\n');
    line.filter(written -> !written.isBlank())
        .ifPresent(
            written -> appendLine(text, problem.place().line(), problem.place().column(), written));
    if (!problem.fix().isEmpty()) {
      text.append("  fix: ").append(problem.fix()).append('\n');
    }
    return text.toString();
  }

  /// Of a folder, or of a file as a whole that is not shown, the first line says nothing.
  private static String place(Problem problem, boolean isShown) {
    Place place = problem.place();
    boolean isWhole = place.line() == 1 && place.column() == 1 && place.pointer().isEmpty();
    return isWhole && !isShown ? place.file() : place.toString();
  }

  private static void appendLine(StringBuilder text, int number, int column, String line) {
    int[] characters = line.codePoints().toArray();
    int mark = Math.min(column - 1, characters.length);
    int from = characters.length <= MAX_LINE ? 0 : Math.max(0, mark - BEFORE_MARK);
    int to = Math.min(characters.length, from + MAX_LINE);
    String digits = Integer.toString(number);
    String gutter = "  " + " ".repeat(digits.length()) + " |";
    text.append(gutter).append("\n  ").append(digits).append(" | ").append(from > 0 ? "…" : "");
    for (int i = from; i < to; i++) {
      text.append(shown(characters[i]));
    }
    text.append(to < characters.length ? "…" : "").append('\n').append(gutter).append(' ');
    text.append(from > 0 ? " " : "");
    for (int i = from; i < mark; i++) {
      text.append(" ".repeat(width(characters[i])));
    }
    text.append("^\n");
  }

  /// Control characters, which would upset a terminal or hide, as pictures of themselves.
  private static String shown(int character) {
    if (character == '\t') {
      return "→";
    }
    return Character.isISOControl(character) ? "\uFFFD" : Character.toString(character);
  }

  /// How many columns a terminal gives the character.
  private static int width(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return 0;
    }
    boolean isWide =
        Character.isIdeographic(character)
            || (character >= 0x1100 && character <= 0x115F)
            || (character >= 0x3000 && character <= 0x30FF)
            || (character >= 0xAC00 && character <= 0xD7A3)
            || (character >= 0xFF00 && character <= 0xFF60)
            || (character >= 0x1F300 && character <= 0x1FAFF);
    return isWide ? 2 : 1;
  }
}
