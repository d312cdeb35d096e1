package dev.concordat.benchmarks.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process of the benchmark. It says its port on its first line and ends when its standard input does.
final class Child implements AutoCloseable {
  /// The compiler that Concordat's own short runs use.
  static final String LIGHT = "-XX:TieredStopAtLevel=1";

  private static final String NORMAL = "-XX:+TieredCompilation";

  private final Process process;
  private final int port;

  private Child(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Child java(String what, Class<?> main, List<String> arguments) throws IOException {
    return java(what, main, arguments, NORMAL);
  }

  static Child java(String what, Class<?> main, List<String> arguments, String compiler)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            compiler,
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the " + what + " did not start");
    }
    return new Child(process, Integer.parseInt(line));
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.destroy();
  }
}
