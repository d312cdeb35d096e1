package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.report.terminal.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stand-ins that are started and asked again and again, so that the ahead-of-time cache knows what they need and which of their
/// code runs most.
final class ServingTraining {
  private static final Pattern ADDRESS =
      Pattern.compile("answers at  http://127\\.0\\.0\\.1:(\\d+)");

  /// The last line that a stand-in prints when it answers.
  private static final String STARTED = "ctrl-C ends it";

  private static final Duration MAX_WAIT = Duration.ofSeconds(60);

  /// How often one request comes on a connection, and on how many connections.
  private static final int ON_A_CONNECTION = 40;

  private static final int CONNECTIONS = 50;

  private static final int WIDTH = 100;

  private ServingTraining() {}

  /// A request that stand-ins are asked.
  ///
  /// @param body JSON; empty for none
  record Question(String method, String target, String body) {
    private String text(boolean isLast) {
      return method
          + ' '
          + target
          + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nX-Key: training\r\n"
          + (body.isEmpty() ? "" : "Content-Type: application/json\r\n")
          + (isLast ? "Connection: close\r\n" : "")
          + "Content-Length: "
          + body.length()
          + "\r\n\r\n"
          + body;
    }
  }

  /// Starts what a command starts, asks it, and ends it.
  ///
  /// @param commands gives the commands that write to a console
  /// @return what was written, and one answer to each question
  /// @throws IOException if it does not start, or does not answer
  static String run(
      Function<Console, Commands> commands, List<String> command, List<Question> questions)
      throws IOException {
    var written = new ByteArrayOutputStream();
    var started = new CountDownLatch(1);
    try (PrintStream out = watched(written, started)) {
      Commands ready = commands.apply(new Console(out, out, false, Style.PLAIN, WIDTH));
      Thread serving =
          Thread.ofPlatform()
              .name("concordat-training")
              .start(
                  () -> {
                    var _ = ready.run(command.toArray(String[]::new));
                    started.countDown();
                  });
      try {
        if (!started.await(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new IOException("a stand-in did not start within " + MAX_WAIT);
        }
        String told = written.toString(StandardCharsets.UTF_8);
        var answers = new StringBuilder(told);
        for (Question question : questions) {
          answers.append(asked(port(told), question));
        }
        return answers.toString();
      } finally {
        serving.interrupt();
        serving.join(MAX_WAIT);
      }
    } catch (InterruptedException toldToEnd) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", toldToEnd);
    }
  }

  private static PrintStream watched(ByteArrayOutputStream to, CountDownLatch started) {
    return new PrintStream(to, true, StandardCharsets.UTF_8) {
      @Override
      public void println(String line) {
        super.println(line);
        if (line.equals(STARTED)) {
          started.countDown();
        }
      }
    };
  }

  private static int port(String told) throws IOException {
    Matcher address = ADDRESS.matcher(told);
    if (!address.find()) {
      throw new IOException("a stand-in did not start: " + told);
    }
    return Integer.parseInt(address.group(1));
  }

  private static String asked(int port, Question question) throws IOException {
    String requests = question.text(false).repeat(ON_A_CONNECTION) + question.text(true);
    byte[] bytes = requests.getBytes(StandardCharsets.US_ASCII);
    String answers = "";
    for (int i = 0; i < CONNECTIONS; i++) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoTimeout(Math.toIntExact(MAX_WAIT.toMillis()));
        socket.getOutputStream().write(bytes);
        answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    return answers.substring(answers.lastIndexOf("HTTP/1.1 "));
  }
}
