package dev.concordat.contracts.tree;

import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Says what a YAML parser's exception means.
final class YamlSyntax {
  private YamlSyntax() {}

  static Problem problem(Source source, String pointer, YamlEngineException e) {
    return switch (e) {
      case MarkedYamlEngineException marked -> marked(source, pointer, marked);
      case ReaderException reader -> unprintable(source, pointer, reader);
      default ->
          Problem.error(
              "contract/yaml-syntax",
              source.place(0, pointer),
              String.valueOf(e.getMessage()),
              "check the file with a YAML editor");
    };
  }

  private static Problem marked(Source source, String pointer, MarkedYamlEngineException e) {
    Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
    int offset = mark.map(at -> source.offset(at.getLine(), at.getColumn())).orElse(0);
    Place place = source.place(offset, pointer);
    if (offset < source.bytes().length && source.bytes()[offset] == '\t') {
      return Problem.error(
          "contract/tab-indentation",
          place,
          "a tab stands where YAML wants spaces",
          "indent with spaces; most editors can convert the file");
    }
    String context = e.getContext() == null ? "" : e.getContext() + ", ";
    String problem = e.getProblem() == null ? "this is not YAML" : e.getProblem();
    return Problem.error("contract/yaml-syntax", place, context + problem, fix(problem));
  }

  private static String fix(String problem) {
    String said = problem.toLowerCase(Locale.ROOT);
    if (said.contains("mapping values are not allowed")) {
      return "quote the text if it holds `: `, or check the indentation of this line";
    }
    if (said.contains("block end") || said.contains("did not find expected key")) {
      return "check the indentation of this line and of the ones above it";
    }
    if (said.contains("cannot start any token")) {
      return "put quotes around the text that starts with this character";
    }
    if (said.contains("could not find expected ':'")) {
      return "a `:` and a space are missing after the key";
    }
    return "check brackets, quotes and indentation from here upwards";
  }

  private static Problem unprintable(Source source, String pointer, ReaderException e) {
    int offset = 0;
    for (int at = 0; at < e.getPosition() && offset < source.bytes().length; at++) {
      do {
        offset++;
      } while (offset < source.bytes().length && (source.bytes()[offset] & 0xC0) == 0x80);
    }
    return Problem.error(
        "contract/yaml-character",
        source.place(offset, pointer),
        String.format(Locale.ROOT, "the character U+%04X is not allowed in YAML", e.getCodePoint()),
        "remove it, or write it as an escape in a double-quoted string");
  }
}
