package dev.concordat.contracts.graphql;

import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import graphql.language.Document;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.MoreTokensSyntaxException;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parses a text. A definition that is broken costs itself, not the others.
///
/// @param document what could be parsed
record Parsing(Document document, List<Problem> problems) {
  private static final int MAX_CHARACTERS = 32 << 20;
  private static final int MAX_TOKENS = 2_000_000;
  private static final int MAX_DEPTH = 200;
  private static final int MAX_ERRORS = 50;
  private static final ParserOptions OPTIONS =
      ParserOptions.newParserOptions()
          .captureIgnoredChars(false)
          .captureLineComments(false)
          .readerTrackData(false)
          .maxCharacters(MAX_CHARACTERS)
          .maxTokens(MAX_TOKENS)
          .maxWhitespaceTokens(MAX_TOKENS)
          .maxRuleDepth(MAX_DEPTH)
          .build();

  /// @throws InvalidSyntaxException at the first mistake
  static Document strictly(String text) {
    return Parser.parse(
        ParserEnvironment.newParserEnvironment().document(text).parserOptions(OPTIONS).build());
  }

  static Parsing of(TextFile file) {
    var problems = new ArrayList<Problem>();
    String text = file.text();
    for (int attempt = 0; attempt < MAX_ERRORS && !isBlank(text); attempt++) {
      try {
        return new Parsing(strictly(text), problems);
      } catch (ParseCancelledException
          | ParseCancelledTooDeepException
          | ParseCancelledTooManyCharsException tooMuch) {
        problems.add(tooMuch(file, tooMuch));
        break;
      } catch (MoreTokensSyntaxException rest) {
        text = recovered(file, text, rest, problems);
      } catch (InvalidSyntaxException e) {
        text = recovered(file, text, e, problems);
      }
    }
    return new Parsing(Document.newDocument().build(), problems);
  }

  private static boolean isBlank(String text) {
    return text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
  }

  private static String recovered(
      TextFile file, String text, InvalidSyntaxException e, List<Problem> problems) {
    Optional<SourceLocation> location = Optional.ofNullable(e.getLocation());
    Place place = location.map(at -> Places.of(file, at)).orElseGet(() -> Place.of(file.name()));
    problems.add(
        Problem.error("graphql/syntax", place, message(e), "see what stands just before the mark"));
    int offset = location.map(at -> offset(text, at)).orElse(0);
    return Definitions.without(text, Definitions.blamed(text, Definitions.of(text), offset));
  }

  private static String message(InvalidSyntaxException e) {
    String token = e.getOffendingToken();
    if (token == null || token.isEmpty() || token.equals("<EOF>")) {
      return token != null && token.equals("<EOF>")
          ? "the text ends where something is missing"
          : firstSentence(String.valueOf(e.getMessage()));
    }
    return "`" + token + "` cannot stand here";
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(" at line ");
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  private static Problem tooMuch(TextFile file, InvalidSyntaxException e) {
    Place place =
        Optional.ofNullable(e.getLocation())
            .map(at -> Places.of(file, at))
            .orElseGet(() -> Place.of(file.name()));
    return Problem.error(
        "graphql/too-much",
        place,
        "the text is longer or deeper than is read: "
            + MAX_DEPTH
            + " levels, "
            + MAX_TOKENS
            + " words and signs are allowed",
        "split the file, or nest less deeply");
  }

  private static int offset(String text, SourceLocation at) {
    int offset = 0;
    for (int line = 1; line < at.getLine(); line++) {
      int end = text.indexOf('\n', offset);
      if (end < 0) {
        return text.length();
      }
      offset = end + 1;
    }
    return Math.min(text.length(), offset + Math.max(0, at.getColumn() - 1));
  }
}
