package dev.concordat.wire.kafkalink;

import dev.concordat.wire.kafkalink.Fetched.Given;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.jspecify.annotations.Nullable;

/// A client's connection and the one to the broker behind it: requests go one way on one thread, answers the other way on
/// another. A broker answers in the order of requests, so the oldest that waits is the one that is answered.
final class Session {
  /// Longer frames are passed on unread.
  private static final int MAX_READ_BYTES = 128 << 20;

  /// Longer answers are read only when faults need it, not to count messages.
  private static final int MAX_COUNTED_BYTES = 4 << 20;

  private static final int CORRELATION_BYTES = 4;

  private final Socket client;
  private final Socket broker;
  private final LinkState state;
  private final Nodes nodes;
  private final Pipe requests;
  private final Pipe answers;
  private final Produced produced;
  private final Fetched fetched;
  private final Offsets offsets = new Offsets();
  private final ConcurrentLinkedDeque<Asked> waiting = new ConcurrentLinkedDeque<>();
  private final AtomicBoolean isClosed = new AtomicBoolean();

  Session(Socket client, Socket broker, LinkState state, Nodes nodes) throws IOException {
    this.client = client;
    this.broker = broker;
    this.state = state;
    this.nodes = nodes;
    this.requests = new Pipe(client, broker, "a client");
    this.answers = new Pipe(broker, client, "the broker");
    this.produced = new Produced(state);
    this.fetched = new Fetched(state, nodes);
  }

  /// Returns when both sides have ended.
  void run() {
    Thread back =
        Thread.ofVirtual().name("answers of " + state.name()).start(() -> ending(this::answers));
    ending(this::requests);
    try {
      back.join();
    } catch (InterruptedException _) {
      close();
      Thread.currentThread().interrupt();
    }
  }

  void close() {
    isClosed.set(true);
    try (client) {
      broker.close();
    } catch (IOException _) {
      // Closed is closed.
    }
  }

  private interface Way {
    void go() throws IOException;
  }

  /// Whatever goes wrong one way ends both; only what the link could not read is worth telling.
  private void ending(Way way) {
    try {
      way.go();
    } catch (EOFException | SocketException _) {
      close();
    } catch (IOException e) {
      if (e instanceof Unreadable unreadable) {
        unreadable.protocol().ifPresent(state.traffic()::notSpoken);
      }
      state.traffic().failed(String.valueOf(e.getMessage()));
      close();
    } catch (RuntimeException e) {
      // Kafka's classes throw these for bytes that are no message.
      state.traffic().failed("what passed could not be read as Kafka: " + e);
      close();
    }
  }

  private void requests() throws IOException {
    int length;
    while ((length = requests.next(Asked.HEAD_BYTES)) >= 0) {
      ByteBuffer head = requests.head(Asked.HEAD_BYTES);
      Asked asked = Asked.of(head);
      refuseSasl(head.getShort(0));
      if (length <= MAX_READ_BYTES && asked.is(ApiKeys.PRODUCE)) {
        produce(asked, requests.whole(head, length));
      } else if (length <= MAX_READ_BYTES && asked.is(ApiKeys.FETCH)) {
        ByteBuffer frame = requests.whole(head, length);
        var in = new ByteBufferAccessor(frame.duplicate());
        var _ = Messages.requestHeader(asked, in);
        offsets.asked(new FetchRequestData(in, asked.version()), state.topics());
        waiting.add(asked.fetching(offsets));
        requests.write(frame);
      } else {
        waiting.add(asked);
        requests.relay(head, length);
      }
    }
    broker.shutdownOutput();
  }

  private static void refuseSasl(short key) throws Unreadable {
    if (key == ApiKeys.SASL_HANDSHAKE.id || key == ApiKeys.SASL_AUTHENTICATE.id) {
      throw new Unreadable(
          "a client signs in with SASL, which the link does not speak: let it connect with the"
              + " protocol PLAINTEXT",
          "SASL");
    }
  }

  private void produce(Asked asked, ByteBuffer frame) throws IOException {
    Produced.Reading read = produced.read(asked, frame);
    if (read.isAnswered()) {
      waiting.add(asked.producing(read.sent(), read.again().isPresent()));
    } else {
      read.sent()
          .forEach(it -> state.traffic().produced(it.topic(), it.partition(), -1, it.count()));
    }
    requests.write(frame);
    Optional<Produced.Again> again = read.again();
    if (again.isPresent()) {
      if (read.isAnswered()) {
        waiting.add(asked.byLink(again.get().correlation(), again.get().copied()));
      }
      requests.write(again.get().frame());
    }
  }

  private void answers() throws IOException {
    ByteBuffer kept = null;
    int length;
    while ((length = answers.next(CORRELATION_BYTES)) >= 0) {
      ByteBuffer head = answers.head(CORRELATION_BYTES);
      Asked asked = next(head.getInt(0));
      if (asked != null && asked.own()) {
        if (length > MAX_READ_BYTES) {
          answers.skip(head, length);
        } else {
          Produced.copied(asked, answers.whole(head, length));
        }
        if (kept != null) {
          answers.write(kept);
          kept = null;
        }
      } else if (asked != null && isRead(asked, length)) {
        ByteBuffer frame = answer(asked, answers.whole(head, length));
        if (asked.isFollowed()) {
          kept = frame;
        } else {
          answers.write(frame);
        }
      } else {
        answers.relay(head, length);
      }
    }
    client.shutdownOutput();
  }

  /// The request that this answers; those before it had none.
  private @Nullable Asked next(int correlation) {
    if (waiting.stream().noneMatch(it -> it.correlation() == correlation)) {
      return null;
    }
    Asked asked = waiting.poll();
    while (asked != null && asked.correlation() != correlation) {
      asked = waiting.poll();
    }
    return asked;
  }

  private boolean isRead(Asked asked, int length) {
    if (asked.api().isEmpty() || length > MAX_READ_BYTES) {
      return false;
    }
    ApiKeys api = asked.api().get();
    return switch (api) {
      case PRODUCE -> true;
      case FETCH -> length <= MAX_COUNTED_BYTES || nodes.areMany() || state.disturbsMessages();
      default -> Addresses.isIn(api);
    };
  }

  private ByteBuffer answer(Asked asked, ByteBuffer frame) throws IOException {
    return switch (asked.api().orElseThrow()) {
      case PRODUCE -> produced.answered(asked, frame, nodes);
      case FETCH -> {
        Given given = fetched.given(asked, frame);
        given.hold(isClosed::get);
        yield given.frame();
      }
      default -> new Addresses(nodes, state.topics()).rewritten(asked, frame);
    };
  }
}
