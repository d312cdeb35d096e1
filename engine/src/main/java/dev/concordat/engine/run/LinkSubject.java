package dev.concordat.engine.run;

import dev.concordat.cases.ContractCase;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.engine.answers.AllowedAnswer;
import dev.concordat.engine.answers.AllowedAnswers;
import dev.concordat.engine.judge.CaseView;
import dev.concordat.engine.resilience.Call;
import dev.concordat.engine.resilience.Disturbance;
import dev.concordat.engine.resilience.LinkLog;
import dev.concordat.engine.resilience.LinkSwitch;
import dev.concordat.engine.resilience.Subject;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.http.LinkEvent;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A link of a running environment as what experiments are made with. Every call has fresh data, unless it only reads.
final class LinkSubject implements Subject, AutoCloseable {
  /// More exchanges of one call show nothing new.
  private static final int MAX_SHOWN = 60;

  private static final int FIRST_FAILURE = 400;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Session session;
  private final LinkTarget target;
  private final LinkSwitch faults;
  private final LinkLog log;
  private final OpenApiContract contract;
  private List<Exchange> shown = List.of();
  private final Map<String, List<Exchange>> answered = new HashMap<>();
  private Optional<HttpResponseMessage> usual = Optional.empty();
  private Optional<AllowedAnswer> answer = Optional.empty();
  private boolean isDisturbed;
  private boolean isStuck;
  private @Nullable FreshData data;
  private int number;

  /// What an operation of a link is called by.
  ///
  /// @param operation with its provider: `payments.createCharge`
  /// @param cause the request to the consumer
  record LinkTarget(LinkName link, String operation, ContractCase cause) {
    /// Its name in the provider's contract.
    String operationId() {
      return operation.substring(link.provider().length() + 1);
    }

    String causeName() {
      return cause.system() + "." + cause.operation().id();
    }
  }

  /// @param contract the provider's, which has the operation
  LinkSubject(
      Session session,
      LinkTarget target,
      OpenApiContract contract,
      LinkSwitch faults,
      LinkLog log) {
    this.contract = contract;
    this.session = session;
    this.target = target;
    this.faults = faults;
    this.log = log;
  }

  @Override
  public LinkName link() {
    return target.link();
  }

  @Override
  public String operation() {
    return target.operation();
  }

  @Override
  public String cause() {
    return target.causeName();
  }

  @Override
  public boolean isAttempt(LinkEvent.Requested request) {
    return faults.includes(request.method(), request.target());
  }

  @Override
  public InetSocketAddress address() {
    return session.environment().link(target.link()).orElseThrow().address();
  }

  @Override
  public Call call(Duration patience) throws InterruptedException, EnvironmentFailure {
    boolean isReading = SAFE.contains(target.cause().request().method());
    freshen(isReading);
    String attempt = "link:" + target.link() + "/" + target.operation() + "@" + ++number;
    Trace trace = Trace.of(session.runId(), attempt, number);
    Session.Sent sent = session.send(target.cause(), attempt, trace, patience, !isReading);
    List<Exchange> caused = sent.caused();
    keep(caused);
    long took = sent.endNanos() - sent.startNanos();
    boolean isHanging =
        sent.answer() instanceof HttpCaller.Answer.Nothing && took >= patience.toNanos() * 9 / 10;
    return new Call(
        sent.startNanos(),
        sent.endNanos(),
        response(sent.answer()),
        isHanging,
        undocumented(caused),
        effects(caused));
  }

  /// The exchanges of the disturbed call that shows most: the one with the most requests on the link.
  List<Exchange> shown() {
    return List.copyOf(shown);
  }

  /// The exchanges of the last call under an answer.
  ///
  /// @param place of the answer; there is none with another
  List<Exchange> shown(String place) {
    return answered.getOrDefault(place, List.of());
  }

  private void keep(List<Exchange> caused) {
    if (answer.isPresent() && caused.size() <= MAX_SHOWN) {
      answered.put(answer.get().place(), List.copyOf(caused));
    } else if (isDisturbed && caused.size() > shown.size() && caused.size() <= MAX_SHOWN) {
      shown = caused;
    } else if (!isDisturbed) {
      caused.stream().flatMap(it -> usual(it).stream()).findFirst().ifPresent(this::isUsual);
    }
  }

  private void isUsual(HttpResponseMessage response) {
    usual = Optional.of(response);
  }

  private Optional<HttpResponseMessage> usual(Exchange exchange) {
    return exchange instanceof HttpExchange http
            && http.link().equals(target.link())
            && faults.includes(http.request().method(), http.request().target())
            && http.disturbed().isEmpty()
        ? http.response().filter(it -> it.status() < FIRST_FAILURE)
        : Optional.empty();
  }

  private static Optional<HttpResponseMessage> response(HttpCaller.Answer answer) {
    return answer instanceof HttpCaller.Answer.Got got
        ? Optional.of(got.response())
        : Optional.empty();
  }

  /// Fresh data where they can be had. A system that has left a transaction open keeps them from being made; then the
  /// experiments go on with what is there, since that is just what they are to show.
  private void freshen(boolean isReading) throws EnvironmentFailure {
    if (data != null && (isReading || isStuck)) {
      return;
    }
    FreshData old = data;
    try {
      data = FreshData.open(session.environment(), target.operation());
    } catch (EnvironmentFailure failure) {
      if (old == null) {
        throw failure;
      }
      isStuck = true;
      return;
    }
    if (old != null) {
      old.close();
    }
  }

  /// What the provider has stored and published.
  private Map<String, Integer> effects(List<Exchange> caused) {
    String provider = target.link().provider();
    Map<String, Integer> effects = new TreeMap<>();
    for (Exchange exchange : caused) {
      switch (exchange) {
        case RowChange row -> {
          if (row.kind() == RowChange.Kind.INSERT
              && RowStep.keeper(session.environment().setup(), row.part()).equals(provider)) {
            effects.merge("rows of " + row.part() + "." + row.table(), 1, Integer::sum);
          }
        }
        case MessageDelivery message -> {
          if (session
              .plan()
              .book()
              .publisher(message.address())
              .filter(provider::equals)
              .isPresent()) {
            effects.merge("messages on " + message.address(), 1, Integer::sum);
          }
        }
        case HttpExchange ignored -> {}
      }
    }
    return effects;
  }

  @Override
  public void disturb(Disturbance disturbance) {
    isDisturbed = true;
    faults.disturb(disturbance);
  }

  @Override
  public List<AllowedAnswer> allowedAnswers() {
    Optional<HttpOperation> operation = contract.operation(target.operationId());
    return operation.isEmpty() || usual.isEmpty()
        ? List.of()
        : AllowedAnswers.of(
            contract, operation.get(), usual.get(), session.plan().options().seed());
  }

  @Override
  public void answer(AllowedAnswer allowed) {
    isDisturbed = true;
    answer = Optional.of(allowed);
    faults.answer(allowed);
  }

  @Override
  public void calm() {
    isDisturbed = false;
    answer = Optional.empty();
    faults.calm();
  }

  @Override
  public LinkLog log() {
    return log;
  }

  /// What the consumer's own contract has against the answer that its caller got.
  private Optional<String> undocumented(List<Exchange> caused) {
    List<Exchange> own =
        caused.stream()
            .filter(it -> it instanceof HttpExchange http && http.link().isOurs())
            .filter(it -> it instanceof HttpExchange http && http.response().isPresent())
            .toList();
    return session.judge().judge(own, new CaseView(target.operation(), Optional.empty())).stream()
        .filter(finding -> finding.system().equals(target.link().consumer()))
        .map(Finding::message)
        .findFirst();
  }

  @Override
  public void close() {
    if (data != null) {
      data.close();
      data = null;
    }
  }
}
