package dev.concordat.wire.caller;

import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.wire.caller.Called.Failure;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.http.ResponseParser;
import dev.concordat.wire.http.ResponseParser.State;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sends requests over one connection that is kept and made again when needed, and waits for each answer. Bodies are left as
/// they come, content codings and all; redirects are not followed. Where a kept connection turns out to have been closed
/// before any byte of an answer, the request is sent once more over a new one. For one thread.
public final class Caller implements AutoCloseable {
  private static final int BUFFER_BYTES = 16 << 10;

  private final Endpoint endpoint;
  private final Duration connectLimit;
  private final CaptureLimits limits;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private @Nullable Connection kept;

  /// @param connectLimit how long making a connection may take, TLS included
  /// @param limits of answers: the size of head and body
  public Caller(Endpoint endpoint, Duration connectLimit, CaptureLimits limits) {
    this.endpoint = endpoint;
    this.connectLimit = connectLimit;
    this.limits = limits;
  }

  /// Sends a request as it is; only `Host` and `Content-Length` are added where they are absent.
  ///
  /// @param limit how long the whole answer may take
  public Called send(HttpRequestMessage request, Duration limit) {
    Optional<String> flaw = RequestBytes.flaw(request);
    if (flaw.isPresent()) {
      return new Called.Unsendable(flaw.get());
    }
    byte[] bytes = RequestBytes.of(request, endpoint.hostHeader());
    Connection reused = kept;
    if (reused != null) {
      Attempt attempt = attempt(reused, request.method(), bytes, limit);
      if (!attempt.isStale()) {
        return attempt.called();
      }
    }
    Connection fresh;
    try {
      fresh = Connection.open(endpoint, connectLimit);
    } catch (IOException e) {
      return new Called.Unreachable(reason(e));
    }
    kept = fresh;
    return attempt(fresh, request.method(), bytes, limit).called();
  }

  /// @param isStale whether the connection ended before any byte of an answer
  private record Attempt(Called called, boolean isStale) {}

  private Attempt attempt(Connection connection, String method, byte[] bytes, Duration limit) {
    long start = System.nanoTime();
    long deadline = start + limit.toNanos();
    var parser = new ResponseParser(method, limits);
    boolean hasBytes = false;
    try {
      boolean isWritten = connection.write(bytes, deadline);
      while (true) {
        int count = connection.read(buffer, deadline);
        State state = count < 0 ? parser.end() : parser.feed(buffer, count);
        hasBytes |= count > 0;
        Optional<Called> called = called(state, start, connection, isWritten);
        if (called.isPresent()) {
          return new Attempt(called.get(), false);
        }
        if (count < 0) {
          return closed(parser, start, hasBytes);
        }
      }
    } catch (SocketTimeoutException e) {
      drop();
      String reason = "no whole answer within " + limit.toMillis() + " ms";
      return new Attempt(new Called.Failed(Failure.TIMEOUT, reason, since(start)), false);
    } catch (IOException e) {
      return closed(parser, start, hasBytes);
    }
  }

  private Optional<Called> called(
      State state, long start, Connection connection, boolean isWritten) {
    return switch (state) {
      case State.Unfinished() -> Optional.empty();
      case State.Whole(var response, boolean isReusable) -> {
        if (!isReusable || !isWritten) {
          drop();
        } else {
          kept = connection;
        }
        yield Optional.of(new Called.Answered(response, since(start)));
      }
      case State.Malformed(String reason) -> {
        drop();
        yield Optional.of(
            new Called.Failed(Failure.MALFORMED, "not HTTP: " + reason, since(start)));
      }
      case State.TooLarge() -> {
        drop();
        String reason = "the body is over " + limits.bodyBytes() + " bytes";
        yield Optional.of(new Called.Failed(Failure.TOO_LARGE, reason, since(start)));
      }
    };
  }

  private Attempt closed(ResponseParser parser, long start, boolean hasBytes) {
    drop();
    String where = hasBytes ? parser.progress() : "before any byte of an answer";
    return new Attempt(
        new Called.Failed(Failure.CLOSED, "the connection was closed " + where, since(start)),
        !hasBytes);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private void drop() {
    Connection dropped = kept;
    kept = null;
    if (dropped != null) {
      dropped.close();
    }
  }

  @Override
  public void close() {
    drop();
  }
}
