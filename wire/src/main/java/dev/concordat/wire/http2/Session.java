package dev.concordat.wire.http2;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.fault.Chosen;
import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.fault.Http2Error;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection of HTTP/2, from behind the client's preface on. It reads along, and tells each stream as an exchange. Once
/// faults may be on, {@link #stand} lets it stand between both ends: it takes frames apart where a fault wants that.
///
/// Not thread-safe: whoever feeds it sees to that. When the last byte of a response was fed, or sent, its exchange is in the sink.
public final class Session {
  private static final int HEADER_TABLE_SIZE = 1;
  private static final int INITIAL_WINDOW_SIZE = 4;

  private final LinkName link;
  private final Wiring wiring;
  private final SessionListener listener;
  private final Way toProvider;
  private final Way toConsumer;
  private final Map<Integer, StreamExchange> streams = new LinkedHashMap<>();
  private int lastStream;
  private @Nullable Ends ends;
  private @Nullable Planner planner;
  private @Nullable Watching watching;
  private @Nullable Mediator mediator;

  /// @param wiring where exchanges go; its loops are not used
  public Session(LinkName link, Wiring wiring, SessionListener listener) {
    this.link = link;
    this.wiring = wiring;
    this.listener = listener;
    this.toProvider = new Way(wiring.limits());
    this.toConsumer = new Way(wiring.limits());
  }

  /// The connection was HTTP/1.1 until a request asked for `h2c` (RFC 7540 section 3.2): its answer is the first stream.
  ///
  /// @param request as a whole; its beginning was told already
  /// @throws NotHttp2 when its settings cannot be read
  public void upgraded(HttpRequestMessage request, Instant at, long startNanos) throws NotHttp2 {
    settings(UpgradeSettings.of(request), Direction.TO_PROVIDER);
    boolean _ = toConsumer.taken(); // the change of protocol has taken them
    StreamExchange first = exchange(1, request, at, startNanos);
    byte[] body = request.body().toArray();
    first.requestBody.add(Unpooled.wrappedBuffer(body), body.length);
    first.isRequestWhole = true;
    lastStream = 1;
    streams.put(1, first);
  }

  /// Bytes that one side has sent; the reader index moves.
  ///
  /// @throws NotHttp2 when they cannot be read; nothing more can be then
  public void feed(ByteBuf in, Direction direction) throws NotHttp2 {
    Watching watch = watching;
    if (watch != null && mediator == null) {
      watch.feed(in, direction);
    }
    Mediator between = mediator;
    if (between != null) {
      between.feed(in, direction);
    } else if (watch == null) {
      way(direction).reader.feed(in, frame -> passed(frame, direction));
    }
  }

  /// From now on all that is fed is sent on by the session only. Bytes pass as they are until a request comes that a fault of
  /// messages is meant for; from there on the session stands between both ends.
  public void stand(Ends both, Disturbances disturbances) {
    if (watching == null) {
      ends = both;
      watching = new Watching(this, both, disturbances, wiring.limits().bodyBytes());
      planner = new Planner(disturbances, wiring.limits().bodyBytes());
    }
  }

  Mediator mediate(Ends both, Planner plans) {
    var between = new Mediator(this, both, plans);
    mediator = between;
    return between;
  }

  /// Faults that were chosen for the request that asked for HTTP/2 happen to its answer.
  public void adopt(List<Chosen> chosen) {
    StreamExchange first = streams.get(1);
    if (first != null && ends != null && planner != null && !chosen.isEmpty()) {
      mediate(ends, planner).adopt(first, chosen);
    }
  }

  /// Whether it stands between both ends.
  public boolean isMediating() {
    return mediator != null;
  }

  /// Rules were set or removed.
  public void rulesChanged() {
    if (mediator != null) {
      mediator.flushAll();
    }
  }

  /// Whether so much waits in a direction that no more should be fed.
  public boolean isFull(Direction direction) {
    return mediator != null && mediator.isFull(direction);
  }

  /// A side sends no more: what waits is sent, and its streams fail.
  ///
  /// @param failure what those are told with that have not ended
  public void ended(Direction direction, String failure) {
    if (mediator != null) {
      mediator.release(direction);
    } else if (watching != null) {
      watching.giveUp();
    }
    for (StreamExchange each : List.copyOf(streams.values())) {
      if (direction == Direction.TO_CONSUMER || !each.isRequestWhole) {
        tell(each, Optional.of(failure));
      }
    }
  }

  /// The connection is over: whatever is pending failed.
  public void failed(String failure) {
    for (StreamExchange each : List.copyOf(streams.values())) {
      tell(each, Optional.of(failure));
    }
  }

  /// Whether a request was read to its end and waits for its response.
  public boolean hasWholeRequest() {
    return streams.values().stream().anyMatch(it -> it.isRequestWhole);
  }

  /// Whether no request waits for its response.
  public boolean isIdle() {
    return streams.isEmpty();
  }

  Way way(Direction direction) {
    return direction == Direction.TO_PROVIDER ? toProvider : toConsumer;
  }

  Way opposite(Direction direction) {
    return direction == Direction.TO_PROVIDER ? toConsumer : toProvider;
  }

  @Nullable StreamExchange stream(int number) {
    return streams.get(number);
  }

  List<StreamExchange> streams() {
    return new ArrayList<>(streams.values());
  }

  /// A frame is relayed as it is.
  void passed(Frame frame, Direction direction) throws NotHttp2 {
    switch (frame) {
      case Frame.Data data -> {
        long count = data.bytes().readableBytes() + (long) data.padding();
        way(direction).window -= count;
        StreamExchange stream = streams.get(data.stream());
        if (stream != null) {
          flow(stream, direction).window -= count;
        }
      }
      case Frame.Settings settings -> {
        way(direction).isBegun = true;
        settings(settings, direction);
      }
      case Frame.SettingsTaken() -> {
        boolean _ = way(direction).taken();
      }
      case Frame.Window window -> window(window, direction);
      case Frame.Head ignored -> {}
      case Frame.Promise ignored -> {}
      case Frame.Reset ignored -> {}
      case Frame.Ping ignored -> {}
      case Frame.GoAway ignored -> {}
      case Frame.Other ignored -> {}
    }
    observe(frame, direction);
  }

  /// The receiver of the opposite way says what it takes.
  void settings(Frame.Settings said, Direction direction) throws NotHttp2 {
    Way receiving = opposite(direction);
    long table = -1;
    for (Frame.Setting each : said.settings()) {
      if (each.id() == HEADER_TABLE_SIZE) {
        table = each.value();
        receiving.mustEmptyTable = true;
      } else if (each.id() == INITIAL_WINDOW_SIZE) {
        long difference = each.value() - receiving.initialWindow;
        receiving.initialWindow = each.value();
        for (StreamExchange stream : streams.values()) {
          flow(stream, turned(direction)).window += difference;
        }
      }
    }
    receiving.said(new Way.Untaken(table, false));
  }

  void window(Frame.Window more, Direction direction) {
    if (more.stream() == Frame.CONNECTION) {
      opposite(direction).window += more.increment();
      return;
    }
    StreamExchange stream = streams.get(more.stream());
    if (stream != null) {
      flow(stream, turned(direction)).window += more.increment();
    }
  }

  static Direction turned(Direction direction) {
    return direction == Direction.TO_PROVIDER ? Direction.TO_CONSUMER : Direction.TO_PROVIDER;
  }

  static Flow flow(StreamExchange stream, Direction direction) {
    return direction == Direction.TO_PROVIDER ? stream.toProvider : stream.toConsumer;
  }

  /// Notes what a frame says of exchanges.
  void observe(Frame frame, Direction direction) {
    boolean isRequest = direction == Direction.TO_PROVIDER;
    switch (frame) {
      case Frame.Data data -> {
        StreamExchange stream = streams.get(data.stream());
        if (stream != null) {
          ByteBuf bytes = data.bytes().duplicate();
          (isRequest ? stream.requestBody : stream.responseBody).add(bytes, bytes.readableBytes());
          endedIf(data.isEnd(), stream, isRequest);
        }
      }
      case Frame.Head head -> head(head, isRequest);
      case Frame.Promise promise -> begin(promise.promised(), promise.fields(), true);
      case Frame.Reset reset -> reset(reset, isRequest);
      case Frame.GoAway goAway -> {
        if (!isRequest) {
          gaveUp(goAway);
        }
      }
      case Frame.Settings ignored -> {}
      case Frame.SettingsTaken() -> {}
      case Frame.Ping ignored -> {}
      case Frame.Window ignored -> {}
      case Frame.Other ignored -> {}
    }
  }

  private void head(Frame.Head head, boolean isRequest) {
    StreamExchange stream = streams.get(head.stream());
    if (isRequest && stream == null && head.stream() > lastStream) {
      lastStream = head.stream();
      begin(head.stream(), head.fields(), false);
      stream = streams.get(head.stream());
    } else if (!isRequest && stream != null) {
      stream.answered(head.fields());
    }
    if (stream != null) {
      endedIf(head.isEnd(), stream, isRequest);
    }
  }

  private void begin(int number, List<Header> fields, boolean isWhole) {
    if (streams.size() == wiring.limits().pendingExchanges() || streams.containsKey(number)) {
      listener.dropped();
      return;
    }
    long nanos = System.nanoTime();
    HttpRequestMessage request = Pseudo.request(fields);
    StreamExchange stream = exchange(number, request, Instant.now(), nanos);
    stream.isRequestWhole = isWhole;
    streams.put(number, stream);
    listener.began(nanos, request);
  }

  private StreamExchange exchange(
      int number, HttpRequestMessage request, Instant at, long startNanos) {
    return new StreamExchange(
        number,
        request,
        at,
        startNanos,
        wiring.limits().bodyBytes(),
        new Flow(toProvider.initialWindow),
        new Flow(toConsumer.initialWindow));
  }

  private void endedIf(boolean isEnd, StreamExchange stream, boolean isRequest) {
    if (!isEnd) {
      return;
    }
    if (isRequest) {
      stream.isRequestWhole = true;
    } else {
      stream.isResponseWhole = true;
    }
    tellIfOver(stream);
  }

  void tellIfOver(StreamExchange stream) {
    if (stream.isOver()) {
      tell(stream, Optional.empty());
    }
  }

  private void reset(Frame.Reset reset, boolean isRequest) {
    StreamExchange stream = streams.get(reset.stream());
    if (stream == null || (stream.plan != null && !isRequest)) {
      return; // a mediator tells it when it has passed the reset on
    }
    String name = Http2Error.name(reset.code());
    if (stream.isResponseWhole) {
      stream.isRequestCut = true;
      tell(stream, Optional.empty());
    } else {
      String kind = isRequest ? StreamFailure.CANCELLED : StreamFailure.RESET;
      tell(stream, Optional.of(kind + name));
    }
  }

  private void gaveUp(Frame.GoAway goAway) {
    for (StreamExchange each : streams()) {
      if (each.stream > goAway.last()
          && each.stream % 2 == 1
          && !each.isAnswered()
          && !isLocal(each)) {
        tell(each, Optional.of(StreamFailure.REFUSED + Http2Error.name(goAway.code())));
      }
    }
  }

  private static boolean isLocal(StreamExchange stream) {
    return stream.plan != null && stream.plan.isLocal;
  }

  void tell(StreamExchange stream, Optional<String> failure) {
    if (streams.remove(stream.stream) == null) {
      return;
    }
    try {
      wiring.sink().seen(stream.ended(wiring.ids().next(), link, System.nanoTime(), failure));
      listener.told();
    } catch (RuntimeException sinkFailed) {
      listener.dropped(); // the relay must go on whatever the sink does
    }
  }
}
