package dev.concordat.drift.provider;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.wire.caller.Called;
import dev.concordat.wire.caller.Caller;
import dev.concordat.wire.capture.CaptureLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The running provider. Only safe requests (RFC 9110 section 9.2.1) are sent unless more is allowed, never faster than
/// agreed. For one thread.
public final class LiveProvider implements AutoCloseable {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final int MAX_BODY_BYTES = 16 << 20;

  private final ProviderOptions options;
  private final Caller caller;
  private long nextAt = System.nanoTime();
  private int requests;

  public LiveProvider(ProviderOptions options) {
    this.options = options;
    this.caller =
        new Caller(
            options.endpoint(), CONNECT_LIMIT, CaptureLimits.DEFAULT.withBodyBytes(MAX_BODY_BYTES));
  }

  /// How many requests were sent.
  public int requests() {
    return requests;
  }

  /// The address, for people.
  public String address() {
    return options.endpoint() + options.basePath();
  }

  /// Sends a request: a safe one as often as agreed, another one once, if that is allowed.
  public Heard ask(HttpRequestMessage request) {
    boolean isSafe = SAFE.contains(request.method().toUpperCase(Locale.ROOT));
    if (!isSafe && !options.allowsWrites()) {
      return new Heard.Nothing(
          request.method() + " may change data, so it was not sent (--allow-writes sends it)");
    }
    HttpRequestMessage sent = addressed(request);
    List<HttpResponseMessage> answers = new ArrayList<>();
    for (int i = 0; i < (isSafe ? options.times() : 1); i++) {
      pace();
      requests++;
      switch (caller.send(sent, options.answerLimit())) {
        case Called.Answered(var response, var ignored) -> answers.add(response);
        case Called.Failed(var ignored, String reason, var alsoIgnored) -> {
          return new Heard.Nothing("the provider gave no answer: " + reason);
        }
        case Called.Unreachable(String reason) -> {
          return new Heard.Nothing("the provider cannot be reached: " + reason);
        }
        case Called.Unsendable(String reason) -> {
          return new Heard.Nothing(reason);
        }
      }
    }
    return new Heard.Answers(sent, answers);
  }

  /// Why the provider cannot be reached at all; empty when it can.
  public String trouble() {
    pace();
    requests++;
    var probe = addressed(new HttpRequestMessage("GET", "/", List.of(), Bytes.EMPTY));
    return caller.send(probe, options.answerLimit()) instanceof Called.Unreachable(String reason)
        ? address() + " cannot be reached: " + reason
        : "";
  }

  private HttpRequestMessage addressed(HttpRequestMessage request) {
    String base = options.basePath();
    String target = request.target();
    boolean hasBase = base.isEmpty() || target.startsWith(base + "/") || target.equals(base);
    List<Header> headers = new ArrayList<>(request.headers());
    for (Header header : options.headers()) {
      headers.removeIf(each -> each.name().equalsIgnoreCase(header.name()));
      headers.add(header);
    }
    if (Headers.first(headers, "accept").isEmpty()) {
      headers.add(new Header("Accept", "*/*"));
    }
    return new HttpRequestMessage(
        request.method(), hasBase ? target : base + target, headers, request.body());
  }

  private void pace() {
    if (options.perSecond() == 0) {
      return;
    }
    long gap = TimeUnit.SECONDS.toNanos(1) / options.perSecond();
    long wait = nextAt - System.nanoTime();
    if (wait > 0) {
      try {
        TimeUnit.NANOSECONDS.sleep(wait);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    nextAt = Math.max(System.nanoTime(), nextAt) + gap;
  }

  @Override
  public void close() {
    caller.close();
  }
}
