package dev.concordat.engine.resilience;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/// The clients that teams write: with and without timeouts, retries, backoff, breakers, and the mistakes that go with them.
final class Behaviours {
  static final int WITHOUT_END = Integer.MAX_VALUE;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final int BAD_GATEWAY = 502;
  private static final int CREATED = 201;

  private Behaviours() {}

  /// What a client puts on its attempts.
  enum Key {
    NONE,
    SAME,
    NEW
  }

  /// A client, built up from one that has neither timeout nor retries.
  record Client(
      String method, Optional<Duration> timeout, int retries, IntFunction<Duration> pause, Key key)
      implements SmallConsumer.Behaviour {
    static Client posting() {
      return new Client("POST", Optional.empty(), 0, index -> Duration.ZERO, Key.SAME);
    }

    Client reading() {
      return new Client("GET", timeout, retries, pause, Key.NONE);
    }

    Client timeout(long millis) {
      return new Client(method, Optional.of(Duration.ofMillis(millis)), retries, pause, key);
    }

    Client retries(int count) {
      return new Client(method, timeout, count, pause, key);
    }

    Client pauses(IntFunction<Duration> other) {
      return new Client(method, timeout, retries, other, key);
    }

    Client key(Key other) {
      return new Client(method, timeout, retries, pause, other);
    }

    @Override
    public int serve(URI provider) throws InterruptedException {
      return attempt(provider) ? CREATED : BAD_GATEWAY;
    }

    boolean attempt(URI provider) throws InterruptedException {
      String first = UUID.randomUUID().toString();
      for (int i = 0; ; i++) {
        if (isAnswered(provider, key == Key.NEW ? first + i : first)) {
          return true;
        }
        if (i == retries) {
          return false;
        }
        Thread.sleep(pause.apply(i));
      }
    }

    private boolean isAnswered(URI provider, String value) throws InterruptedException {
      HttpRequest.BodyPublisher body =
          method.equals("GET")
              ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofString("{}");
      HttpRequest.Builder request = HttpRequest.newBuilder(provider).method(method, body);
      timeout.ifPresent(request::timeout);
      if (key != Key.NONE) {
        request.header("Idempotency-Key", value);
      }
      try {
        HttpResponse<String> response =
            CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return response.statusCode() < 500;
      } catch (IOException failed) {
        return false;
      }
    }
  }

  /// A client that knows two timeouts; 0 is none.
  static SmallConsumer.Behaviour connecting(int connectMillis, int readMillis) {
    return provider -> {
      try {
        var connection = (HttpURLConnection) provider.toURL().openConnection();
        connection.setConnectTimeout(connectMillis);
        connection.setReadTimeout(readMillis);
        connection.setRequestProperty("Idempotency-Key", UUID.randomUUID().toString());
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.getOutputStream().write(new byte[] {'{', '}'});
        boolean isGood = connection.getResponseCode() < 500;
        connection.disconnect();
        return isGood ? CREATED : BAD_GATEWAY;
      } catch (IOException failed) {
        return BAD_GATEWAY;
      }
    };
  }

  static IntFunction<Duration> fixed(long millis) {
    return index -> Duration.ofMillis(millis);
  }

  static IntFunction<Duration> exponential(long millis) {
    return index -> Duration.ofMillis(millis << Math.min(index, 10));
  }

  static IntFunction<Duration> linear(long millis) {
    return index -> Duration.ofMillis(millis * (index + 1));
  }

  /// Spreads pauses between half and one and a half of what they would be.
  static IntFunction<Duration> jittered(IntFunction<Duration> pauses, long seed) {
    Random random = new Random(seed);
    return index -> {
      synchronized (random) {
        return Duration.ofNanos(
            (long) (pauses.apply(index).toNanos() * (0.5 + random.nextDouble())));
      }
    };
  }

  /// After so many failures in a row, calls fail at once for a while; then one is tried.
  static SmallConsumer.Behaviour breaker(Client client, int failures, Duration open, int fallback) {
    AtomicInteger failed = new AtomicInteger();
    AtomicLong openUntil = new AtomicLong(System.nanoTime());
    return provider -> {
      if (failed.get() >= failures && System.nanoTime() < openUntil.get()) {
        return fallback;
      }
      if (client.attempt(provider)) {
        failed.set(0);
        return CREATED;
      }
      failed.incrementAndGet();
      openUntil.set(System.nanoTime() + open.toNanos());
      return fallback;
    };
  }

  static SmallConsumer.Behaviour fallback(Client client, int status) {
    return provider -> client.attempt(provider) ? CREATED : status;
  }

  /// Answers at once, and goes on behind its caller's back.
  static SmallConsumer.Behaviour inTheBackground(Client client) {
    return provider -> {
      Thread.startVirtualThread(
          () -> {
            try {
              client.attempt(provider);
            } catch (InterruptedException ended) {
              Thread.currentThread().interrupt();
            }
          });
      return 202;
    };
  }

  /// Forgets its caller when its own call fails.
  static SmallConsumer.Behaviour forgetful(Client client) {
    return provider -> client.attempt(provider) ? CREATED : -1;
  }

  /// Has a place for so many calls, and gives none back when a call fails.
  static SmallConsumer.Behaviour losingPlaces(Client client, int places) {
    Semaphore free = new Semaphore(places);
    return provider -> {
      if (!free.tryAcquire()) {
        return BAD_GATEWAY;
      }
      boolean isDone = client.attempt(provider);
      if (isDone) {
        free.release();
      }
      return isDone ? CREATED : BAD_GATEWAY;
    };
  }

  /// Opens a connection for each call and closes it only after an answer that it likes.
  static SmallConsumer.Behaviour leaking(Duration timeout) {
    List<Socket> forgotten = new ArrayList<>();
    return provider -> {
      try {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), provider.getPort());
        socket.setSoTimeout((int) timeout.toMillis());
        String request =
            "POST /charges HTTP/1.1\r\nHost: x\r\nIdempotency-Key: "
                + UUID.randomUUID()
                + "\r\nContent-Length: 2\r\n\r\n{}";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        byte[] head = new byte["HTTP/1.1 201".length()];
        synchronized (forgotten) {
          forgotten.add(socket);
        }
        int read = socket.getInputStream().readNBytes(head, 0, head.length);
        if (read == head.length && new String(head, StandardCharsets.US_ASCII).endsWith("201")) {
          socket.close();
          return CREATED;
        }
        return BAD_GATEWAY;
      } catch (IOException failed) {
        return BAD_GATEWAY;
      }
    };
  }
}
