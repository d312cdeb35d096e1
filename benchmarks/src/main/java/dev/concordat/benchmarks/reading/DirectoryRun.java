package dev.concordat.benchmarks.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Reads every description in a folder, each with a reader of its own, and writes a page about it. Exits with 1 when a
/// document crashed, hung or took too long, or when too few were read.
public final class DirectoryRun {
  /// A document that takes longer is given up.
  private static final int MAX_SECONDS = 60;

  private DirectoryRun() {}

  /// Arguments: the folder, the page to write, and, if wanted, a file that gets a line for every problem.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]).toAbsolutePath().normalize();
    var readings = new ArrayList<DocumentReading>();
    for (Path file : descriptions(folder)) {
      readings.add(read(folder, file));
    }
    var page = new DirectoryPage(readings);
    Files.writeString(Path.of(arguments[1]), page.text());
    if (arguments.length > 2) {
      Files.write(Path.of(arguments[2]), page.problems());
    }
    System.exit(page.holds() ? 0 : 1);
  }

  private static List<Path> descriptions(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(json|ya?ml)"))
          .sorted()
          .toList();
    }
  }

  private static DocumentReading read(Path folder, Path file) throws InterruptedException {
    String name = folder.relativize(file).toString();
    // A thread of its own: one that hangs cannot be stopped, only left behind.
    ExecutorService thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    Future<DocumentReading> reading = thread.submit(() -> DocumentReading.of(folder, file));
    try {
      return reading.get(MAX_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return DocumentReading.failed(name, "crashed: " + e.getCause());
    } catch (TimeoutException e) {
      return DocumentReading.failed(name, "gave up after " + MAX_SECONDS + " s");
    } finally {
      thread.shutdownNow();
    }
  }
}
