package dev.concordat.compare.protobuf.buf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concordat.contracts.protobuf.ProtobufFile;
import dev.concordat.contracts.protobuf.Span;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Modules before and after a change, with what `buf breaking` reports of them.
@Tag("conformance")
class BufBreakingConformanceTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("corpora", "corpora"), "compat/buf-breaking.json")
          .toAbsolutePath()
          .normalize();
  private static final double LEAST_OF_CODE = 0.95;
  private static final Set<String> RULES =
      Stream.of(BufRule.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  @TempDir Path folder;

  @BeforeAll
  static void needsTheCorpus() {
    boolean isThere = Files.isRegularFile(CORPUS);
    if (!isThere) {
      System.out.println("no cases of buf at " + CORPUS + ": its rules are not compared");
    }
    assumeTrue(isThere);
  }

  @Test
  void reportsWhatBufReportsWhereBufReportsIt() throws IOException {
    // Given
    var messages = new Score();
    var code = new Score();
    var columns = new Score();
    var others = new TreeMap<String, Integer>();
    int cases = 0;
    var unreadable = new ArrayList<String>();

    // When
    for (JsonObject one : cases()) {
      cases++;
      Answer answer = answer(one, cases);
      unreadable.addAll(answer.problems());
      List<Line> expected = new ArrayList<>();
      for (JsonObject line : objects(one, "expected")) {
        if (RULES.contains(text(line, "rule"))) {
          expected.add(Line.of(line));
        } else {
          others.merge(text(line, "rule"), 1, Integer::sum);
        }
      }
      String name = text(one, "id") + " (" + text(one, "dir") + ")";
      messages.compare(name, lines(expected, true), lines(answer.lines(), true));
      code.compare(name, lines(expected, false), lines(answer.lines(), false));
      columns.compare(name, expected, answer.lines());
    }

    // Then
    System.out.println(
        "buf breaking: "
            + cases
            + " cases; WIRE and WIRE_JSON "
            + messages.summary()
            + "; FILE and PACKAGE "
            + code.summary()
            + "; with columns "
            + columns.summary()
            + "; rules of plugins, not compared: "
            + others);
    messages.differences().forEach(System.out::println);
    code.differences().forEach(System.out::println);
    if (Boolean.getBoolean("columns")) {
      columns.differences().forEach(System.out::println);
    }
    assertThat(unreadable).isEmpty();
    assertThat(messages.differences()).isEmpty();
    assertThat(code.share()).isGreaterThanOrEqualTo(LEAST_OF_CODE);
  }

  private record Answer(List<Line> lines, List<String> problems) {}

  private Answer answer(JsonObject one, int number) throws IOException {
    Path root = folder.resolve(String.valueOf(number));
    BufWorkspace after = BufWorkspace.read(files(root, one, "current"), ReadLimits.defaults());
    BufWorkspace before = BufWorkspace.read(files(root, one, "previous"), ReadLimits.defaults());
    List<Line> lines =
        BufBreaking.check(before.contract(), after.contract()).stream()
            .filter(after::reports)
            .map(Line::of)
            .toList();
    List<String> problems =
        Stream.concat(before.contract().problems().stream(), after.contract().problems().stream())
            .filter(problem -> problem.isError())
            .map(problem -> text(one, "dir") + ": " + problem)
            .toList();
    return new Answer(lines, problems);
  }

  private static Path files(Path root, JsonObject one, String side) throws IOException {
    Path into = root.resolve(side);
    Files.createDirectories(into);
    if (one.member(side).orElseThrow() instanceof JsonObject files) {
      for (Map.Entry<String, JsonValue> file : files.members().entrySet()) {
        Path path = into.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, ((JsonString) file.getValue()).value());
      }
    }
    return into;
  }

  /// What is compared, as text that sorts and shows well.
  private record Line(String rule, String line, String columns) {
    static Line of(JsonObject expected) {
      return new Line(
          text(expected, "rule"),
          text(expected, "file") + ":" + text(expected, "startLine"),
          Stream.of("startColumn", "endLine", "endColumn")
              .map(name -> text(expected, name))
              .collect(Collectors.joining(",")));
    }

    static Line of(BufFinding finding) {
      Optional<Span> span = finding.span();
      return new Line(
          finding.rule().name(),
          finding.file().map(ProtobufFile::name).orElse("")
              + ":"
              + span.map(at -> String.valueOf(at.place().line())).orElse(""),
          span.map(at -> at.place().column() + "," + at.endLine() + "," + at.endColumn())
              .orElse(",,"));
    }

    boolean isOfMessages() {
      return BufRule.valueOf(rule).isOfMessages();
    }
  }

  private static List<Line> lines(List<Line> all, boolean isOfMessages) {
    return all.stream()
        .filter(line -> line.isOfMessages() == isOfMessages)
        .map(line -> new Line(line.rule(), line.line(), ""))
        .toList();
  }

  private static List<JsonObject> cases() throws IOException {
    return JsonParser.parse(Files.readString(CORPUS)).value().orElseThrow() instanceof JsonArray all
        ? all.items().stream().map(JsonObject.class::cast).toList()
        : List.of();
  }

  private static List<JsonObject> objects(JsonObject one, String name) {
    return one.member(name).orElseThrow() instanceof JsonArray all
        ? all.items().stream().map(JsonObject.class::cast).toList()
        : List.of();
  }

  private static String text(JsonObject object, String name) {
    return object
        .member(name)
        .map(value -> value instanceof JsonString(String text) ? text : value.toString())
        .orElse("");
  }

  /// Counts lines that both sides have, and those that one has alone.
  private static final class Score {
    private final List<String> differences = new ArrayList<>();
    private int same;

    void compare(String name, List<Line> expected, List<Line> answered) {
      var left = new ArrayList<>(answered);
      for (Line line : expected) {
        if (left.remove(line)) {
          same++;
        } else {
          differences.add(name + ": missing " + line);
        }
      }
      left.forEach(line -> differences.add(name + ": not expected " + line));
    }

    List<String> differences() {
      return differences;
    }

    double share() {
      int all = same + differences.size();
      return all == 0 ? 1 : (double) same / all;
    }

    String summary() {
      return same + " the same, " + differences.size() + " not";
    }
  }
}
