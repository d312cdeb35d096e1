package dev.concordat.contracts.tree;

import dev.concordat.model.problem.Problem;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Says what a YAML parser's exception means, in words for people who do not program parsers.
final class YamlSyntax {
  private final Source source;
  private final String pointer;

  YamlSyntax(Source source, String pointer) {
    this.source = source;
    this.pointer = pointer;
  }

  Problem problem(YamlEngineException e) {
    return switch (e) {
      case MarkedYamlEngineException marked -> marked(marked);
      case ReaderException reader -> unprintable(reader);
      default -> problem(0, String.valueOf(e.getMessage()), "check the file with a YAML editor");
    };
  }

  private Problem marked(MarkedYamlEngineException e) {
    int at = e.getProblemMark().or(e::getContextMark).map(this::offset).orElse(0);
    int start = e.getContextMark().map(this::offset).orElse(at);
    String context = String.valueOf(e.getContext());
    String said = String.valueOf(e.getProblem());
    if (character(at) == '\t') {
      return Problem.error(
          "contract/tab-indentation",
          source.place(at, pointer),
          "a tab stands where YAML wants spaces",
          "indent with spaces; most editors can convert the file");
    }
    if (context.contains("quoted scalar") && said.contains("unexpected end")) {
      return problem(start, "the quote that opens here is not closed", "close it");
    }
    if (said.contains("expected <block end>")) {
      return problem(
          at,
          "this does not belong to what is open: the block that starts in line "
              + source.place(start, "").line()
              + " is indented otherwise",
          "indent this line like the lines it belongs to");
    }
    if (said.contains("mapping values are not allowed")) {
      return problem(
          at,
          "a `:` stands where no key can be",
          "quote the text if it holds `: `, or check the indentation of this line");
    }
    if (said.contains("cannot start any token")) {
      return problem(
          at,
          "a text without quotes cannot start with `" + Character.toString(character(at)) + "`",
          "put quotes around it");
    }
    if (said.contains("could not find expected ':'")) {
      return problem(start, "a `:` is missing after this key", "write `key: value`");
    }
    if (said.contains("expected ',' or")) {
      return problem(
          at,
          "a `,` or a closing bracket is missing before this; the bracket opens in line "
              + source.place(start, "").line(),
          "close the bracket, or separate the entries by commas");
    }
    String words = e.getContext() == null ? said : context + ", " + said;
    return problem(at, words, "check brackets, quotes and indentation from here upwards");
  }

  Problem endsInEscape() {
    int at = source.bytes().length - 1;
    while (at > 0 && source.bytes()[at] != '\\') {
      at--;
    }
    return problem(
        at,
        "the text ends inside this escape",
        "finish it, such as `\\u00eb`, and close the quote");
  }

  private Problem problem(int offset, String message, String fix) {
    return Problem.error("contract/yaml-syntax", source.place(offset, pointer), message, fix);
  }

  private Problem unprintable(ReaderException e) {
    return Problem.error(
        "contract/yaml-character",
        source.place(source.offsetOfCharacter(e.getPosition()), pointer),
        String.format(Locale.ROOT, "the character U+%04X is not allowed in YAML", e.getCodePoint()),
        "remove it, or write it as an escape in a double-quoted string");
  }

  private int offset(Mark mark) {
    return source.offset(mark.getLine(), mark.getColumn());
  }

  private int character(int offset) {
    Optional<String> line = source.line(source.place(offset, "").line());
    int column = source.place(offset, "").column() - 1;
    int[] characters = line.orElse("").codePoints().toArray();
    return column < characters.length ? characters[column] : ' ';
  }
}
