package dev.concordat.contracts.tree;

import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
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
  private ProblemText() {}

  /// With the line taken from the document that has the problem.
  public static String of(Problem problem, Document document) {
    return of(problem, document.source());
  }

  /// With the line taken from the file, if it can be read. Who shows many problems takes {@link ProblemTexts}, which
  /// reads each file once.
  ///
  /// @param root the workspace, which file names are relative to
  public static String of(Problem problem, Path root) {
    return new ProblemTexts(root).of(problem);
  }

  static String of(Problem problem, Source source) {
    return render(problem, source.excerpt(problem.place().line(), problem.place().column()));
  }

  /// Without the line.
  public static String of(Problem problem) {
    return render(problem, Optional.empty());
  }

  private static String render(Problem problem, Optional<Excerpt> line) {
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
        .ifPresent(written -> appendLine(text, problem.place().line(), written));
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

  private static void appendLine(StringBuilder text, int number, Excerpt line) {
    String digits = Integer.toString(number);
    String gutter = "  " + " ".repeat(digits.length()) + " |";
    text.append(gutter).append("\n  ").append(digits).append(" | ");
    text.append(line.isCutBefore() ? "…" : "");
    line.beforeMark().codePoints().forEach(character -> text.append(shown(character)));
    line.afterMark().codePoints().forEach(character -> text.append(shown(character)));
    text.append(line.isCutAfter() ? "…" : "").append('\n').append(gutter).append(' ');
    text.append(line.isCutBefore() ? " " : "");
    line.beforeMark().codePoints().forEach(character -> text.append(" ".repeat(width(character))));
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
