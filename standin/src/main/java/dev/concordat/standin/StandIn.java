package dev.concordat.standin;

import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Routed;
import dev.concordat.contracts.openapi.Routes;
import dev.concordat.contracts.tree.BodyJson;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.standin.answer.Documented;
import dev.concordat.standin.fault.Disturbance;
import dev.concordat.standin.http.Served;
import dev.concordat.standin.refusal.Refusal;
import dev.concordat.standin.refusal.Refusals;
import dev.concordat.standin.resource.Resources;
import dev.concordat.standin.service.Asked;
import dev.concordat.standin.service.Gate;
import dev.concordat.standin.service.Memory;
import dev.concordat.standin.service.Outcome;
import dev.concordat.standin.service.Service;
import dev.concordat.standin.value.ValueMaker;
import dev.concordat.standin.wish.Rules;
import dev.concordat.standin.wish.Taken;
import dev.concordat.standin.wish.Wish;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Speaks for a system by its OpenAPI contract. What it answers depends on the contract, the seed and the requests before, and
/// on nothing else: the same requests give the same bytes. Thread-safe: requests are answered one after the other.
public final class StandIn {
  private final OpenApiContract contract;
  private final StandInSettings settings;
  private final Routes routes;
  private final Provenance provenance;
  private final Refusals refusals;
  private final Unrouted unrouted;
  private final Gate gate;
  private final Chosen chosen;
  private final Conclusion conclusion;
  private final Recent recent = new Recent();
  private final Resources resources;
  private final Documented documented;
  private final ValueMaker maker;
  private final Rules rules;
  private Optional<Live> live = Optional.empty();

  /// What is made when the first request asks for it, so that big contracts are ready at once.
  private record Live(Memory memory, Service service) {}

  /// A stand-in of a contract of which no verification is known.
  public StandIn(OpenApiContract contract, StandInSettings settings) {
    this(contract, settings, Verification.NONE);
  }

  public StandIn(
      OpenApiContract contract, StandInSettings settings, Verification.Source verifications) {
    this.contract = contract;
    this.settings = settings;
    this.routes = new Routes(contract);
    this.provenance = new Provenance(contract, settings.seed(), verifications);
    this.maker = new ValueMaker(settings.seed());
    var judge = new HttpJudge(contract);
    this.documented = new Documented(maker);
    this.refusals = new Refusals(documented, maker);
    this.unrouted = new Unrouted(contract, judge, routes, refusals);
    this.gate = new Gate(judge, contract.title(), settings.secret());
    this.chosen = new Chosen(documented, maker);
    this.rules = new Rules(settings.seed());
    this.conclusion = new Conclusion(judge);
    this.resources = new Resources(contract);
  }

  public OpenApiContract contract() {
    return contract;
  }

  public StandInSettings settings() {
    return settings;
  }

  /// What its operations do to which resource, as inferred.
  public Resources resources() {
    return resources;
  }

  /// Whether the contract was held against the real provider. Waits for the digest of its meaning, which takes seconds for the
  /// largest contracts.
  public Verification verification() {
    return provenance.verification();
  }

  /// Whether the contract has this path, with whatever method.
  public boolean knows(String path) {
    return !contract.allowedMethods(path).isEmpty();
  }

  /// Whether the contract has this request.
  public boolean serves(HttpRequestMessage request) {
    return routes.route(request.method(), request.path()).isPresent();
  }

  /// The answer to a request, and what a rule says of its way.
  public Served serve(HttpRequestMessage request) {
    if (!Recent.isKept(request)) {
      return answered(request);
    }
    // What reads, and is asked for again, was judged already.
    Looked looked = using(now -> look(request, now));
    if (looked.known().isPresent()) {
      return looked.known().get();
    }
    Served served = answered(request);
    using(now -> keep(request, served, looked, now));
    return served;
  }

  /// What was found among recent answers, and after how many changes.
  private record Looked(Optional<Served> known, long tick) {}

  private Looked look(HttpRequestMessage request, Live now) {
    long tick = now.memory().world().ticks();
    return new Looked(rules.isEmpty() ? recent.find(request, tick) : Optional.empty(), tick);
  }

  /// An answer is kept if nothing changed while it was made.
  private boolean keep(HttpRequestMessage request, Served served, Looked looked, Live now) {
    boolean isValid = rules.isEmpty() && now.memory().world().ticks() == looked.tick();
    if (isValid) {
      recent.keep(request, looked.tick(), served);
    }
    return isValid;
  }

  private Served answered(HttpRequestMessage request) {
    Optional<Routed> routed = routes.route(request.method(), request.path());
    if (routed.isEmpty()) {
      return said(unrouted.answer(request), Disturbance.NONE);
    }
    var body = new BodyJson(request.body());
    Optional<Refusal> refusal = gate.refuse(routed.get(), request, body);
    return refusal.isPresent()
        ? said(refused(routed.get(), request, refusal.get()), Disturbance.NONE)
        : using(now -> answered(routed.get(), request, body, now));
  }

  private Served said(HttpResponseMessage answer, Disturbance disturbance) {
    return Served.of(answer.with(provenance.header())).with(disturbance);
  }

  /// Says why a request cannot be read.
  public HttpResponseMessage unreadable(int status, String reason) {
    Refusal refusal = Refusal.of(List.of(status), reason);
    var nothing = new HttpRequestMessage("GET", "/", List.of(), Bytes.EMPTY);
    return refusals.of(refusal, Optional.empty(), nothing).with(provenance.header());
  }

  private Served answered(Routed routed, HttpRequestMessage request, BodyJson body, Live now) {
    Taken ruled = rules.take(routed.operation(), request);
    Wish asked = Wish.of(request);
    Wish wish = asked.isNone() ? ruled.wish() : asked;
    var exchange = Asked.of(request, body, routed, resources.plan(routed.operation()));
    Outcome outcome =
        wish.isNone() ? now.service().answer(exchange) : chosen.answer(exchange, wish);
    HttpResponseMessage answer =
        switch (outcome) {
          case Outcome.Answered(HttpResponseMessage made, Optional<String> version) ->
              conclusion.judged(
                  routed.operation(),
                  request.method(),
                  EntityTags.applied(routed.operation(), request, made, version));
          case Outcome.Refused(Refusal why) -> refused(routed, request, why);
        };
    return said(answer, ruled.disturbance());
  }

  private HttpResponseMessage refused(Routed routed, HttpRequestMessage request, Refusal refusal) {
    return conclusion.judged(
        routed.operation(),
        request.method(),
        refusals.of(refusal, Optional.of(routed.operation()), request));
  }

  private synchronized <T> T using(Function<Live, T> use) {
    if (live.isEmpty()) {
      var memory = new Memory(resources, maker, settings.seed(), settings.startWith());
      live = Optional.of(new Live(memory, new Service(memory, documented, maker)));
    }
    return use.apply(live.get());
  }

  /// Uses the rules, while nobody else does.
  public <T> T withRules(Function<Rules, T> use) {
    return using(ignored -> use.apply(rules));
  }

  /// Uses what is remembered, while nobody else does.
  public <T> T withMemory(Function<Memory, T> use) {
    return using(
        now -> {
          T result = use.apply(now.memory());
          recent.clear();
          return result;
        });
  }
}
