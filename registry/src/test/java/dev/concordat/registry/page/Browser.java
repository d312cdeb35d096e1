package dev.concordat.registry.page;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A real Chromium without a screen, driven over its DevTools protocol. One page.
public final class Browser implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));
  private static final String LISTENING = "DevTools listening on ";
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final Answers answers;
  private final AtomicInteger numbers = new AtomicInteger();
  private String session = "";

  private Browser(Process process, Path profile, WebSocket socket, Answers answers) {
    this.process = process;
    this.profile = profile;
    this.socket = socket;
    this.answers = answers;
  }

  /// Where one is installed.
  public static Optional<Path> installed() {
    return PLACES.stream().filter(Files::isExecutable).findFirst();
  }

  public static Browser start(Path chromium, HttpClient client) throws Exception {
    Path profile = Files.createTempDirectory("concordat-chromium");
    Process process =
        new ProcessBuilder(
                chromium.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Answers answers = new Answers();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(address(process)), answers)
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    Browser browser = new Browser(process, profile, socket, answers);
    JsonObject target = browser.call("Target.createTarget", "{\"url\":\"about:blank\"}");
    browser.session =
        text(
            browser.call(
                "Target.attachToTarget",
                "{\"flatten\":true,\"targetId\":" + quoted(text(target, "targetId")) + "}"),
            "sessionId");
    return browser;
  }

  /// Its later messages are read on, so that it never waits for a reader.
  private static String address(Process process) throws IOException {
    BufferedReader reader = process.errorReader(StandardCharsets.UTF_8);
    String line = reader.readLine();
    while (line != null && !line.startsWith(LISTENING)) {
      line = reader.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("Chromium ended before it listened");
    }
    Thread.ofVirtual().start(() -> drain(reader));
    return line.substring(LISTENING.length());
  }

  private static void drain(BufferedReader reader) {
    try (reader) {
      while (reader.readLine() != null) {
        // nobody reads them
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As large as a screen, in one of both colour schemes.
  public void look(int width, int height, boolean isDark) throws Exception {
    var _ =
        call(
            "Emulation.setDeviceMetricsOverride",
            "{\"width\":%d,\"height\":%d,\"deviceScaleFactor\":1,\"mobile\":false}"
                .formatted(width, height));
    var _ =
        call(
            "Emulation.setEmulatedMedia",
            "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"%s\"}]}"
                .formatted(isDark ? "dark" : "light"));
  }

  public void open(String address) throws Exception {
    // Answered when the new document is there; it may still be read.
    var _ = call("Page.navigate", "{\"url\":" + quoted(address) + "}");
    var _ = until("document.readyState === 'complete'");
  }

  /// Waits in the page until an expression holds.
  String until(String expression) throws Exception {
    return evaluate(
        "new Promise(done => { const look = () => { if ("
            + expression
            + ") done('yes'); else setTimeout(look, 20); }; look(); })");
  }

  /// Waits, over pages that follow one another, until an expression that is `true` or `false` holds.
  public void reach(String expression, Duration limit) throws Exception {
    long end = System.nanoTime() + limit.toNanos();
    while (!evaluate("String(document.readyState === 'complete' && (" + expression + "))")
        .equals("true")) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException(
            expression + " does not hold: " + evaluate("document.body.innerText"));
      }
    }
  }

  void press(String key, int code) throws Exception {
    for (String type : List.of("rawKeyDown", "keyUp")) {
      var _ =
          call(
              "Input.dispatchKeyEvent",
              "{\"type\":\"%s\",\"key\":\"%s\",\"code\":\"%s\",\"windowsVirtualKeyCode\":%d}"
                  .formatted(type, key, key, code));
    }
  }

  /// The value of an expression, which is a text, or promises one. The page's policy does not hold for it.
  public String evaluate(String expression) throws Exception {
    JsonObject answer =
        call(
            "Runtime.evaluate",
            "{\"awaitPromise\":true,\"returnByValue\":true,\"expression\":"
                + quoted(expression)
                + "}");
    if (answer.member("exceptionDetails").isPresent()) {
      throw new IllegalStateException(expression + ": " + JsonText.compact(answer));
    }
    return text(object(answer, "result"), "value");
  }

  public byte[] screenshot() throws Exception {
    return Base64.getDecoder()
        .decode(
            text(
                call(
                    "Page.captureScreenshot",
                    "{\"format\":\"png\",\"captureBeyondViewport\":true}"),
                "data"));
  }

  private JsonObject call(String method, String parameters) throws Exception {
    int number = numbers.incrementAndGet();
    CompletableFuture<JsonObject> answer = answers.expect(number);
    var _ =
        socket
            .sendText(
                "{\"id\":"
                    + number
                    + ",\"method\":"
                    + quoted(method)
                    + (session.isEmpty() ? "" : ",\"sessionId\":" + quoted(session))
                    + ",\"params\":"
                    + parameters
                    + "}",
                true)
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    JsonObject got = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (got.member("error").isPresent()) {
      throw new IllegalStateException(method + ": " + JsonText.compact(got));
    }
    return object(got, "result");
  }

  private static JsonObject object(JsonObject in, String name) {
    return in.member(name).orElse(JsonObject.EMPTY) instanceof JsonObject found
        ? found
        : JsonObject.EMPTY;
  }

  private static String text(JsonObject in, String name) {
    JsonValue value = in.member(name).orElseThrow(() -> new IllegalStateException(name));
    return value instanceof JsonString(String plain) ? plain : JsonText.compact(value);
  }

  private static String quoted(String text) {
    return JsonText.compact(new JsonString(text));
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    var _ = process.destroyForcibly().onExit().join();
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /// Answers by the numbers of their calls; events are left aside.
  private static final class Answers implements WebSocket.Listener {
    private final ConcurrentHashMap<Integer, CompletableFuture<JsonObject>> expected =
        new ConcurrentHashMap<>();
    private final StringBuilder begun = new StringBuilder();

    CompletableFuture<JsonObject> expect(int number) {
      return expected.computeIfAbsent(number, _ -> new CompletableFuture<>());
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
      begun.append(data);
      if (isLast) {
        JsonValue read = JsonParser.parse(begun.toString()).value().orElse(JsonObject.EMPTY);
        begun.setLength(0);
        if (read instanceof JsonObject message
            && message.member("id").orElse(JsonObject.EMPTY) instanceof JsonNumber number) {
          var _ = expect(Integer.parseInt(JsonText.compact(number))).complete(message);
        }
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}
