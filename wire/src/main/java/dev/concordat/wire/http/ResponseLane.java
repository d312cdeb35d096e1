package dev.concordat.wire.http;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.wire.fault.Act;
import dev.concordat.wire.fault.Answer;
import dev.concordat.wire.fault.AnswerFault;
import dev.concordat.wire.fault.Chosen;
import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.PlacedFault;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way from the provider to the consumer while faults are on, and the answers that the link gives by itself.
final class ResponseLane implements Runnable {
  private static final int CONTINUE = 100;

  private final DisturbedConnection connection;
  private final Inlet in;
  private final Outlet out;
  private final Repeater repeater;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private boolean isInBody;

  /// Whether the response in hand is kept until it is whole.
  private boolean isKept;

  private @Nullable PendingExchange answering;

  ResponseLane(DisturbedConnection connection, Inlet in, Outlet out) {
    this.connection = connection;
    this.in = in;
    this.out = out;
    this.repeater =
        new Repeater(
            connection.provider.remoteAddress(), connection.target.tls(), connection.tap.limits());
    this.isInBody = connection.tap.isInResponse();
  }

  @Override
  public void run() {
    try {
      while (true) {
        out.lookAtRules();
        awaitWork();
        giveOwnAnswers();
        switch (connection.take(in)) {
          case Piece.Arrived(ByteBuf bytes, long arrived) -> {
            try {
              consume(bytes, arrived);
            } finally {
              bytes.release();
            }
            out.flush();
          }
          case Piece.Nudge() -> {}
          case Piece.Made(ByteBuffer made) -> {
            out.noteIn(null);
            out.send(array(made), System.nanoTime(), List.of());
            out.flush();
          }
          case Piece.Closed(PlacedFault by) -> {
            out.flush();
            connection.cut(by, false);
            return;
          }
          case Piece.Ended() -> {
            if (connection.drains(in)) {
              continue;
            }
            ended();
            return;
          }
          case Piece.BrokenOff(var reason) -> {
            passKept();
            out.flush();
            connection.passBreak(connection.consumer, reason.orElse(LinkFailure.RESET));
            return;
          }
        }
      }
    } catch (Over over) {
      // Whoever ended the connection has told it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits until the provider sent something, or it is the link's turn to answer.
  private void awaitWork() throws Over, InterruptedException {
    synchronized (connection) {
      connection.await(
          () -> !in.isEmpty() || ownAnswer().filter(ResponseLane::isReady).isPresent(),
          Direction.TO_CONSUMER);
      if (in.isEmpty()) {
        in.add(new Piece.Nudge());
      }
    }
  }

  /// The exchange whose turn it is, if the link answers it by itself.
  private Optional<PendingExchange> ownAnswer() {
    return connection.tap.isInResponse()
        ? Optional.empty()
        : connection.tap.first().filter(it -> it.disturbing != null && it.disturbing.isLocal());
  }

  private static boolean isReady(PendingExchange exchange) {
    return exchange.isRequestCut || (exchange.disturbing != null && exchange.disturbing.isReady);
  }

  private void giveOwnAnswers() throws Over, InterruptedException {
    while (true) {
      PendingExchange exchange;
      synchronized (connection) {
        connection.await(
            () -> ownAnswer().filter(it -> !isReady(it)).isEmpty(), Direction.TO_CONSUMER);
        Optional<PendingExchange> own = ownAnswer();
        if (own.isEmpty()) {
          return;
        }
        exchange = own.get();
      }
      give(exchange, Answer.none(exchange.method, exchange.target));
      if (exchange.disturbing != null && isLast(exchange)) {
        out.flush();
        connection.cut(cause(exchange.disturbing), false);
        throw new Over();
      }
    }
  }

  /// Whether the connection ends after the link's own answer: the consumer wants it so, or the rest of its request, if it comes
  /// at all, would be taken for the next one.
  private static boolean isLast(PendingExchange exchange) {
    return !exchange.isRequestWhole
        || exchange.requestFields.stream()
            .filter(field -> Framing.isNamed(field, "connection"))
            .anyMatch(field -> field.value().equalsIgnoreCase("close"));
  }

  private static PlacedFault cause(Disturbing plan) {
    return Objects.requireNonNull(plan.answerFault).placed();
  }

  private void consume(ByteBuf bytes, long arrived) throws Over, InterruptedException {
    while (bytes.isReadable()) {
      giveOwnAnswers();
      if (connection.mediates(bytes, Direction.TO_CONSUMER)) {
        return;
      }
      int start = bytes.readerIndex();
      Optional<MessageStream.Step> step;
      Optional<PendingExchange> first;
      int interim;
      synchronized (connection) {
        first = connection.tap.first();
        step = connection.tap.responseStep(bytes);
        interim = connection.tap.interimStatus();
        connection.wake();
      }
      int end = step.isPresent() ? bytes.readerIndex() : bytes.writerIndex();
      byte[] segment = new byte[end - start];
      bytes.getBytes(start, segment);
      if (step.isEmpty()) {
        passKept();
        head.writeBytes(segment);
        out.send(takenHead(), arrived, List.of());
        return;
      }
      handle(step.get(), segment, arrived, first, interim);
    }
  }

  private void handle(
      MessageStream.Step step,
      byte[] segment,
      long arrived,
      Optional<PendingExchange> first,
      int interim)
      throws Over, InterruptedException {
    switch (step) {
      case UNREAD -> out.send(segment, arrived, List.of());
      case MORE -> {
        if (isInBody) {
          pass(segment, arrived);
        } else {
          head.writeBytes(segment);
        }
      }
      case HEAD -> {
        headEnded(segment, arrived, first.orElse(null));
        isInBody = true;
      }
      case WHOLE -> {
        if (interim > 0) {
          interim(segment, arrived, interim, first);
        } else {
          headEnded(segment, arrived, first.orElse(null));
          messageEnded();
        }
      }
      case BODY -> pass(segment, arrived);
      case END -> {
        pass(segment, arrived);
        messageEnded();
      }
    }
  }

  private void interim(byte[] segment, long arrived, int status, Optional<PendingExchange> first)
      throws Over, InterruptedException {
    head.writeBytes(segment);
    byte[] whole = takenHead();
    Disturbing plan = first.map(it -> it.disturbing).orElse(null);
    out.noteIn(plan);
    if (plan == null || plan.withheld == null || status != CONTINUE) {
      out.send(whole, arrived, List.of());
    }
  }

  private byte[] takenHead() {
    byte[] whole = head.toByteArray();
    head.reset();
    return whole;
  }

  private void headEnded(byte[] segment, long arrived, @Nullable PendingExchange exchange)
      throws Over, InterruptedException {
    head.writeBytes(segment);
    answering = exchange;
    Disturbing plan = exchange == null ? null : exchange.disturbing;
    out.noteIn(plan);
    boolean isUpgrade = exchange != null && Upgrade.happened(exchange);
    if (plan != null && !isUpgrade) {
      synchronized (connection) {
        plan.staysOnHttp1();
      }
    }
    isKept = plan != null && plan.needsWholeResponse() && !isUpgrade;
    if (!isKept) {
      if (plan != null) {
        out.begin(plan.onResponse);
      }
      pass(takenHead(), arrived);
    }
  }

  private List<Running> faults() {
    PendingExchange exchange = answering;
    return exchange == null || exchange.disturbing == null
        ? List.of()
        : exchange.disturbing.onResponse;
  }

  private void pass(byte[] segment, long arrived) throws Over, InterruptedException {
    if (!isKept) {
      out.send(segment, arrived, faults());
      return;
    }
    body.writeBytes(segment);
    if (body.size() > connection.tap.limits().bodyBytes()) {
      passKept();
    }
  }

  /// What was kept cannot become a whole response: it is passed on as it is.
  private void passKept() throws Over, InterruptedException {
    PendingExchange exchange = answering;
    if (!isKept || exchange == null || exchange.disturbing == null) {
      return;
    }
    isKept = false;
    Disturbing plan = exchange.disturbing;
    synchronized (connection) {
      if (plan.answerFault != null) {
        plan.without(plan.answerFault.placed());
        plan.answerFault = null;
      }
    }
    out.begin(plan.onResponse);
    out.send(takenHead(), System.nanoTime(), plan.onResponse);
    out.send(body.toByteArray(), System.nanoTime(), plan.onResponse);
    body.reset();
  }

  private void messageEnded() throws Over, InterruptedException {
    isInBody = false;
    PendingExchange exchange = answering;
    answering = null;
    if (exchange == null || exchange.disturbing == null) {
      return;
    }
    Disturbing plan = exchange.disturbing;
    if (plan.duplicate != null) {
      repeat(plan);
    }
    if (!isKept) {
      delivered(exchange);
      return;
    }
    isKept = false;
    Bytes content = exchange.responseBody.bytes();
    var message = new HttpResponseMessage(exchange.status, exchange.responseFields, content);
    var answer =
        new Answer(
            exchange.method,
            exchange.target,
            message,
            ByteBuffer.wrap(takenHead()),
            ByteBuffer.wrap(body.toByteArray()));
    body.reset();
    give(exchange, answer);
  }

  private void repeat(Disturbing plan) throws InterruptedException {
    Optional<byte[]> request = plan.wholeRequest();
    boolean isSent = request.isPresent() && repeater.repeat(request.get());
    synchronized (connection) {
      if (isSent) {
        plan.requests++;
      } else if (plan.duplicate != null) {
        plan.without(plan.duplicate.placed());
      }
    }
  }

  /// Sends an answer as faults want it, and tells the exchange before its last byte.
  private void give(PendingExchange exchange, Answer answer) throws Over, InterruptedException {
    Disturbing plan = Objects.requireNonNull(exchange.disturbing);
    out.noteIn(plan);
    out.begin(plan.onResponse);
    Chosen chosen = plan.answerFault;
    if (chosen != null && Disturbing.fault(chosen).fits(answer)) {
      AnswerFault fault = Disturbing.fault(chosen);
      List<Act> acts = fault.deliver(answer, chosen.random());
      out.perform(acts, chosen.placed(), plan.onResponse);
    } else {
      if (chosen != null) {
        synchronized (connection) {
          plan.without(chosen.placed());
        }
      }
      out.send(array(answer.head()), System.nanoTime(), plan.onResponse);
      out.send(array(answer.body()), System.nanoTime(), plan.onResponse);
    }
    delivered(exchange);
  }

  private static byte[] array(ByteBuffer bytes) {
    byte[] array = new byte[bytes.remaining()];
    bytes.duplicate().get(array);
    return array;
  }

  private void delivered(PendingExchange exchange) throws InterruptedException {
    connection.delivered(exchange);
    out.flush();
    out.noteIn(null);
  }

  private void ended() throws Over, InterruptedException {
    giveOwnAnswers();
    PendingExchange exchange = answering;
    boolean isWhole;
    synchronized (connection) {
      connection.tap.endResponse();
      isWhole = exchange != null && exchange.isResponseWhole;
    }
    if (isWhole) {
      messageEnded();
    } else {
      passKept();
    }
    out.flush();
    synchronized (connection) {
      connection.tap.failed(LinkFailure.CLOSED);
    }
    out.finish();
  }
}
