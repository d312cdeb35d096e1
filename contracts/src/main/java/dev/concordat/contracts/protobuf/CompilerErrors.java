package dev.concordat.contracts.protobuf;

import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `protoc` said, as problems with their places.
final class CompilerErrors {
  private static final int MAX_PROBLEMS = 200;
  private static final int MAX_MESSAGE_CHARACTERS = 1_000;
  private static final Pattern LOCATED =
      Pattern.compile("^(.+?):(\\d{1,9}):(\\d{1,9}): (warning: )?(.*)$");
  private static final Pattern OF_FILE = Pattern.compile("^([^\\s:]+): (warning: )?(.*)$");
  private static final Pattern UNKNOWN_TYPE = Pattern.compile("^\"([\\w.]+)\" is not defined\\.$");
  private static final Pattern DECLARED = Pattern.compile("\\b(?:message|enum)\\s+(\\w{1,200})");
  private static final List<Advice> ADVICE =
      List.of(
          new Advice("is already defined", "protobuf/duplicate-name", "rename one of the two"),
          new Advice(
              "has already been used",
              "protobuf/duplicate-number",
              "give the field a number that was never used in this message"),
          new Advice(
              "uses the same enum value",
              "protobuf/duplicate-number",
              "give the value another number, or say option allow_alias = true;"),
          new Advice(
              "reserved", "protobuf/reserved", "take a number and a name that are not reserved"),
          new Advice(
              "the first enum value must be zero",
              "protobuf/first-enum-value",
              "let the first value be 0: NAME_UNSPECIFIED = 0;"),
          new Advice(
              "first enum value must be zero",
              "protobuf/first-enum-value",
              "let the first value be 0: NAME_UNSPECIFIED = 0;"),
          new Advice(
              "is unused", "protobuf/unused-import", "remove the import if nothing needs it"),
          new Advice("Expected ", "protobuf/syntax", "see what stands just before the mark"),
          new Advice(
              "Missing field number", "protobuf/syntax", "write = and a number that is free"),
          new Advice("Interpreting non ascii", "protobuf/syntax", "save the file as UTF-8"),
          new Advice(
              "Reached end of input", "protobuf/syntax", "close what is open: a brace is missing"),
          new Advice("Unexpected end of", "protobuf/syntax", "close what is open"),
          new Advice(
              "Unknown edition",
              "protobuf/unknown-edition",
              "write edition = \"2023\"; or \"2024\""),
          new Advice(
              "Unrecognized syntax identifier",
              "protobuf/unknown-edition",
              "write syntax = \"proto3\"; or edition = \"2023\";"));

  private record Advice(String part, String rule, String fix) {}

  private final ProtoSources sources;
  private final TextFile asked;

  CompilerErrors(ProtoSources sources, TextFile asked) {
    this.sources = sources;
    this.asked = asked;
  }

  List<Problem> problems(String text) {
    var problems = new ArrayList<Problem>();
    for (String line : text.lines().limit(MAX_PROBLEMS).toList()) {
      // Missing imports are found, with better advice, before the compiler runs.
      if (!line.isBlank() && !isSaidElsewhere(line)) {
        problems.add(problem(line));
      }
    }
    return problems;
  }

  private static boolean isSaidElsewhere(String line) {
    return line.contains("File not found.")
        || line.contains("had errors.")
        || line.contains("was not found or had errors")
        || line.contains("are not allowed in the virtual path")
        || line.contains("Suggested field numbers")
        || line.contains("No syntax specified for the proto file");
  }

  private Problem problem(String line) {
    Matcher located = LOCATED.matcher(line);
    if (located.matches()) {
      TextFile file = sources.file(located.group(1)).orElse(asked);
      int number = Integer.parseInt(located.group(2));
      int column =
          Columns.codePoint(file.line(number).orElse(""), Integer.parseInt(located.group(3)) - 1);
      return problem(file.place(number, column), located.group(4) != null, located.group(5));
    }
    Matcher ofFile = OF_FILE.matcher(line);
    if (ofFile.matches() && sources.file(ofFile.group(1)).isPresent()) {
      Place place = Place.of(sources.file(ofFile.group(1)).orElse(asked).name());
      return problem(place, ofFile.group(2) != null, ofFile.group(3));
    }
    return problem(Place.of(asked.name()), line.contains("warning"), line);
  }

  private Problem problem(Place place, boolean isWarning, String said) {
    String message =
        said.length() <= MAX_MESSAGE_CHARACTERS
            ? said
            : said.substring(0, MAX_MESSAGE_CHARACTERS) + "…";
    Matcher unknown = UNKNOWN_TYPE.matcher(said);
    if (unknown.matches()) {
      return Problem.error("protobuf/unknown-type", place, message, typeFix(unknown.group(1)));
    }
    Optional<Advice> advice = ADVICE.stream().filter(one -> said.contains(one.part())).findFirst();
    String rule = advice.map(Advice::rule).orElse("protobuf/refused");
    String fix = advice.map(Advice::fix).orElse("");
    return isWarning
        ? Problem.warning(rule, place, message, fix)
        : Problem.error(rule, place, message, fix);
  }

  private String typeFix(String name) {
    var known = new TreeSet<String>();
    for (TextFile file : sources.files().values()) {
      Matcher declared = DECLARED.matcher(file.text());
      while (declared.find()) {
        known.add(declared.group(1));
      }
    }
    String last = name.substring(name.lastIndexOf('.') + 1);
    known.remove(last);
    return DidYouMean.fix(known, last, "declare it, or import the file that does");
  }
}
