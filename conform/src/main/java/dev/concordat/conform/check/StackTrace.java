package dev.concordat.conform.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/// A stack trace in a text: of Java and its kin, Python, JavaScript, .NET, Go, Ruby, PHP.
///
/// @param exception the innermost one: the last cause
/// @param frame the first frame of it that belongs to no known framework; empty when there is none
record StackTrace(String exception, String frame) {
  private static final Pattern FRAMEWORK =
      Pattern.compile(
          "^(java\\.|javax\\.|jakarta\\.|jdk\\.|sun\\.|com\\.sun\\.|org\\.springframework\\.|org\\.apache\\.|"
              + "org\\.eclipse\\.|io\\.netty\\.|io\\.helidon\\.|io\\.quarkus\\.|io\\.vertx\\.|io\\.undertow\\.|"
              + "com\\.fasterxml\\.|tools\\.jackson\\.|org\\.hibernate\\.|org\\.jboss\\.|kotlin\\.|scala\\.|"
              + "System\\.|Microsoft\\.)|node_modules|site-packages|node:|/lib/python");

  private static final Pattern EXCEPTION =
      Pattern.compile(
          "([A-Za-z_][\\w$]*\\.)*[A-Z][\\w$]*(?:Exception|Error|Failure|Fault|Panic)\\b|panic: [^\\n\\\\]{1,80}");

  /// `at package.Class.method(File.java:12)`, `at fn (/app/x.js:1:2)`, `File "/app/x.py", line 3, in fn`,
  /// `/app/x.rb:3:in 'fn'`, `main.handle(0x…)` beside `x.go:12`.
  private static final Pattern FRAME =
      Pattern.compile(
          "\\bat ((?:async )?[\\w$.<>/-]{1,200}) ?\\(([^()\\n]{1,200})\\)"
              + "|File \\\\?\"([^\"\\\\\\n]{1,200})\\\\?\", line \\d+, in ([\\w<>]{1,80})"
              + "|([\\w./-]{1,200}\\.(?:rb|php|go)):\\d+");

  /// What a text has at least one of where a frame can be: asking for it costs little.
  private static final List<String> HINTS = List.of("at ", "File ", ".rb:", ".php:", ".go:");

  private static final Pattern CAUSE = Pattern.compile("Caused by: ");

  /// The trace in a text; an exception's name alone is none.
  static Optional<StackTrace> find(String body) {
    String text = unescaped(body);
    if (HINTS.stream().noneMatch(text::contains) || !FRAME.matcher(text).find()) {
      return Optional.empty();
    }
    boolean isPython = text.contains("Traceback (most recent call last)");
    String innermost = isPython ? text : text.substring(lastCause(text));
    String exception =
        exception(innermost, isPython).or(() -> exception(text, isPython)).orElse("");
    if (exception.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new StackTrace(exception, frame(innermost, isPython)));
  }

  /// Traces mostly stand in a JSON string.
  private static String unescaped(String body) {
    return body.indexOf('\\') < 0
        ? body
        : body.replace("\\r", "").replace("\\n", "\n").replace("\\t", "\t").replace("\\\"", "\"");
  }

  private static int lastCause(String text) {
    Matcher causes = CAUSE.matcher(text);
    int last = 0;
    while (causes.find()) {
      last = causes.end();
    }
    return last;
  }

  private static Optional<String> exception(String text, boolean isLast) {
    Matcher names = EXCEPTION.matcher(text);
    Optional<String> found = Optional.empty();
    while (names.find()) {
      found = Optional.of(names.group());
      if (!isLast) {
        break;
      }
    }
    return found;
  }

  /// Python names the innermost frame last.
  private static String frame(String text, boolean isLast) {
    Matcher frames = FRAME.matcher(text);
    String own = "";
    while (frames.find()) {
      String frame = name(frames);
      if (!FRAMEWORK.matcher(frames.group().replaceFirst("^at ", "")).find()) {
        own = frame;
        if (!isLast) {
          break;
        }
      }
    }
    return own;
  }

  private static String name(Matcher frame) {
    if (frame.group(1) != null) {
      return frame.group(1).strip();
    }
    return frame.group(3) != null ? frame.group(4) + " in " + frame.group(3) : frame.group(5);
  }

  /// `NullPointerException at dev.shop.Orders.place`.
  String text() {
    String simple = exception.substring(exception.lastIndexOf('.') + 1);
    return frame.isEmpty() ? simple : simple + " at " + frame;
  }
}
