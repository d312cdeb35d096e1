package dev.concordat.environment.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What the heaps of a process and of all that it started hold once they were cleaned up, where these are Java processes: asked
/// of them by the JDK's own `jcmd PID GC.class_histogram`, which collects the garbage first and so stops them for a moment.
public final class JavaHeap {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)\\s*$");
  private static final long PATIENCE_SECONDS = 15;

  private JavaHeap() {}

  /// In bytes; empty where none of the processes is a Java process that answers, or this JDK has no `jcmd`.
  public static OptionalLong live(long pid) throws InterruptedException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    if (!Files.isExecutable(tool)) {
      return OptionalLong.empty();
    }
    long[] processes =
        ProcessHandle.of(pid).stream()
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .filter(JavaHeap::isJava)
            .mapToLong(ProcessHandle::pid)
            .toArray();
    var heaps = LongStream.builder();
    for (long process : processes) {
      OptionalLong heap = heap(tool, process);
      if (heap.isEmpty()) {
        return heap;
      }
      heaps.add(heap.getAsLong());
    }
    return processes.length == 0 ? OptionalLong.empty() : OptionalLong.of(heaps.build().sum());
  }

  private static boolean isJava(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("/java")).isPresent();
  }

  private static OptionalLong heap(Path tool, long pid) throws InterruptedException {
    try {
      Process asked =
          new ProcessBuilder(tool.toString(), Long.toString(pid), "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      try (InputStream answer = asked.getInputStream()) {
        var _ =
            asked
                .onExit()
                .completeOnTimeout(asked, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly);
        String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = TOTAL.matcher(text);
        return total.find()
            ? OptionalLong.of(Long.parseLong(total.group(1)))
            : OptionalLong.empty();
      }
    } catch (IOException notThere) {
      return OptionalLong.empty();
    }
  }
}
