package dev.concordat.engine.resilience;

import dev.concordat.engine.answers.AllowedAnswer;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.caller.Called;
import dev.concordat.wire.caller.Caller;
import dev.concordat.wire.caller.Endpoint;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.fault.Requests;
import dev.concordat.wire.http.HttpLink;
import dev.concordat.wire.http.LinkEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A consumer and a provider with a real link between them.
final class SmallSubject implements Subject, AutoCloseable {
  private static final LinkName LINK = new LinkName("consumer", "provider");

  private static final int INTERNAL_SERVER_ERROR = 500;

  private final SmallProvider provider;
  private final HttpLink link;
  private final URI orders;
  private final Optional<Process> process;
  private final Runnable end;
  private final LinkSwitch faults;
  private final LinkLog log = new LinkLog();
  private final List<AllowedAnswer> answers;

  SmallSubject(SmallConsumer.Behaviour behaviour, boolean isCareful, EventLoops loops)
      throws IOException {
    this(behaviour, isCareful, loops, List.of());
  }

  /// @param answers that the provider's contract allows
  SmallSubject(
      SmallConsumer.Behaviour behaviour,
      boolean isCareful,
      EventLoops loops,
      List<AllowedAnswer> answers)
      throws IOException {
    this.answers = answers;
    this.provider = new SmallProvider(isCareful);
    this.link = HttpLink.open(LINK, provider.address(), Wiring.of(loops, exchange -> {}));
    this.faults = new LinkSwitch(link.disturbances(), Requests.of("* /charges"));
    var small = new SmallConsumer(behaviour, link.address());
    this.end = small::close;
    this.orders = small.orders();
    this.process = Optional.empty();
    link.watch(log);
  }

  /// A consumer that runs as a process of its own.
  ///
  /// @param starter starts it, given the link's address
  SmallSubject(Starter starter, EventLoops loops) throws IOException {
    this.answers = List.of();
    this.provider = new SmallProvider(true);
    this.link = HttpLink.open(LINK, provider.address(), Wiring.of(loops, exchange -> {}));
    this.faults = new LinkSwitch(link.disturbances(), Requests.of("* /charges"));
    Started started = starter.start(link.address());
    this.end = () -> started.process().destroyForcibly();
    this.orders = started.orders();
    this.process = Optional.of(started.process());
    link.watch(log);
  }

  /// Starts a consumer.
  interface Starter {
    Started start(InetSocketAddress link) throws IOException;
  }

  /// A consumer that was started.
  record Started(Process process, URI orders) {}

  Optional<Process> process() {
    return process;
  }

  @Override
  public LinkName link() {
    return LINK;
  }

  @Override
  public String operation() {
    return "provider.createCharge";
  }

  @Override
  public String cause() {
    return "consumer.placeOrder";
  }

  @Override
  public boolean isAttempt(LinkEvent.Requested request) {
    return faults.includes(request.method(), request.target());
  }

  @Override
  public InetSocketAddress address() {
    return link.address();
  }

  @Override
  public Call call(Duration patience) {
    int before = provider.carriedOut();
    long start = System.nanoTime();
    try (var caller = new Caller(Endpoint.of(orders, false), patience, CaptureLimits.DEFAULT)) {
      Called called =
          caller.send(new HttpRequestMessage("GET", "/orders", List.of(), Bytes.EMPTY), patience);
      boolean isHanging =
          called instanceof Called.Failed failed && failed.failure() == Called.Failure.TIMEOUT;
      return new Call(
          start,
          System.nanoTime(),
          called instanceof Called.Answered answered
              ? Optional.of(answered.response())
              : Optional.empty(),
          isHanging,
          undocumented(called),
          Map.of("charges", provider.carriedOut() - before));
    }
  }

  /// The consumer documents every status but this one.
  private static Optional<String> undocumented(Called called) {
    return called instanceof Called.Answered answered
            && answered.response().status() == INTERNAL_SERVER_ERROR
        ? Optional.of("it was answered with 500")
        : Optional.empty();
  }

  @Override
  public void disturb(Disturbance disturbance) {
    faults.disturb(disturbance);
  }

  @Override
  public List<AllowedAnswer> allowedAnswers() {
    return answers;
  }

  @Override
  public void answer(AllowedAnswer answer) {
    faults.answer(answer);
  }

  @Override
  public void calm() {
    faults.calm();
  }

  @Override
  public LinkLog log() {
    return log;
  }

  @Override
  public void close() {
    end.run();
    link.close();
    provider.close();
  }
}
