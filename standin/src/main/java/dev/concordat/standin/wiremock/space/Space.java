package dev.concordat.standin.wiremock.space;

import dev.concordat.contracts.stub.Stub;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.standin.fault.Disturbance;
import dev.concordat.standin.http.Reply;
import dev.concordat.standin.http.Served;
import dev.concordat.standin.wiremock.journal.Journal;
import dev.concordat.standin.wiremock.journal.ServeEvent;
import dev.concordat.standin.wiremock.journal.ServeEvent.Origin;
import dev.concordat.standin.wiremock.match.ReceivedRequest;
import dev.concordat.standin.wiremock.response.Answer;
import dev.concordat.standin.wiremock.response.Delays;
import dev.concordat.standin.wiremock.response.Proxying;
import dev.concordat.standin.wiremock.response.StubFiles;
import dev.concordat.standin.wiremock.store.Mapping;
import dev.concordat.standin.wiremock.store.MappingStore;
import dev.concordat.standin.wiremock.store.Scenarios;
import dev.concordat.standin.wiremock.template.Rendering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Stubs, journal, scenarios and settings of one test. Behind its own stubs it has those of all tests, with states of its
/// own. Thread-safe.
public final class Space {
  private static final int SERVER_ERROR = 500;

  /// Requests that wait for other servers at once.
  private static final int MAX_PROXIED = 256;

  private static final Semaphore PROXIES = new Semaphore(MAX_PROXIED);

  private final String name;
  private final Optional<Space> shared;
  private final SpaceSettings settings;
  private final StubFiles files;
  private final MappingStore mappings = new MappingStore();
  private final Scenarios scenarios = new Scenarios();
  private final Journal journal;
  private final Map<UUID, AtomicInteger> served = new ConcurrentHashMap<>();
  private final Map<UUID, List<String>> forbidden = new ConcurrentHashMap<>();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong made = new AtomicLong();
  private volatile GlobalSettings global = GlobalSettings.DEFAULT;
  private volatile Optional<Proxying> recorded = Optional.empty();

  /// What holds for all stubs.
  ///
  /// @param extended kept for clients and not looked at
  public record GlobalSettings(Delays delays, JsonObject written, JsonObject extended) {
    public static final GlobalSettings DEFAULT =
        new GlobalSettings(Delays.NONE, JsonObject.EMPTY, JsonObject.EMPTY);
  }

  /// @param name empty for the one of all tests
  /// @param shared the one of all tests, for the others
  public Space(String name, Optional<Space> shared, SpaceSettings settings, StubFiles files) {
    this.name = name;
    this.shared = shared;
    this.settings = settings;
    this.files = files;
    this.journal = new Journal(settings.journalLimit());
  }

  public String name() {
    return name;
  }

  public MappingStore mappings() {
    return mappings;
  }

  /// Its own stubs, and behind them those of all tests.
  public List<Mapping> visibleMappings() {
    var all = new ArrayList<>(mappings.all());
    shared.ifPresent(others -> all.addAll(others.mappings.all()));
    return all;
  }

  public Scenarios scenarios() {
    return scenarios;
  }

  public Journal journal() {
    return journal;
  }

  public StubFiles files() {
    return files;
  }

  public SpaceSettings settings() {
    return settings;
  }

  public GlobalSettings global() {
    return global;
  }

  public void global(GlobalSettings changed) {
    global = changed;
  }

  /// Where requests go that no stub answers, while they are recorded.
  public void recordTo(Optional<Proxying> target) {
    recorded = target;
  }

  /// An id for a stub that has none. The first of a server with a seed is always the same.
  public UUID nextId() {
    return id(0x57A8, made.incrementAndGet());
  }

  private UUID id(long kind, long number) {
    long mixed =
        settings.seed() * 0x9E3779B97F4A7C15L + name.hashCode() * 0xBF58476D1CE4E5B9L + kind;
    var random = new SplittableRandom(mixed + number * 0x94D049BB133111EBL);
    return new UUID(
        (random.nextLong() & ~0xF000L) | 0x4000L,
        (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
  }

  /// Stubs that a contract forbids, and why: they answer with the reason.
  public Map<UUID, List<String>> forbidden() {
    return forbidden;
  }

  /// Answers by a stub.
  ///
  /// @return no where no stub answers; then nothing was sent or noted
  public boolean answer(ReceivedRequest request, Reply reply) {
    Optional<Mapping> mapping =
        mappings
            .take(request, scenarios)
            .or(() -> shared.flatMap(others -> others.mappings.take(request, scenarios)));
    if (mapping.isEmpty()) {
      return recorded.isPresent()
          && forward(recorded.get(), List.of(), Disturbance.NONE, Optional.empty(), request, reply);
    }
    Mapping found = mapping.get();
    List<String> reasons = reasons(found.id());
    if (!reasons.isEmpty()) {
      note(request, mapping, refused(found, reasons), Disturbance.NONE, Origin.STUB, reply, "");
      return true;
    }
    Delays delays =
        global.delays().or(shared.map(others -> others.global.delays()).orElse(Delays.NONE));
    switch (found.response().answer(() -> rendering(request, found), files, delays)) {
      case Answer.Ready(Served ready) -> {
        Served marked = found.response().with(marks(found), ready);
        note(request, mapping, marked.message(), marked.disturbance(), Origin.STUB);
        reply.send(marked);
      }
      case Answer.Forwarded(Proxying proxying, var headers, Disturbance disturbance) -> {
        var _ = forward(proxying, headers, disturbance, mapping, request, reply);
      }
    }
    return true;
  }

  private List<String> reasons(UUID id) {
    List<String> own = forbidden.get(id);
    return own != null
        ? own
        : shared.map(others -> others.forbidden.getOrDefault(id, List.of())).orElse(List.of());
  }

  private static HttpResponseMessage refused(Mapping mapping, List<String> reasons) {
    String text =
        "The contract forbids the stub "
            + mapping.stub().title()
            + " ("
            + mapping.id()
            + "):\n  "
            + String.join("\n  ", reasons);
    return new HttpResponseMessage(
        SERVER_ERROR, List.of(new Header("Content-Type", "text/plain")), Bytes.utf8(text));
  }

  /// By which headers clients know the stub that answered.
  private static List<Header> marks(Mapping mapping) {
    var id = new Header("Matched-Stub-Id", mapping.id().toString());
    String name = mapping.stub().name();
    return !name.isEmpty() && name.chars().allMatch(c -> c >= ' ' && c < 0x7F)
        ? List.of(id, new Header("Matched-Stub-Name", name))
        : List.of(id);
  }

  /// Random values depend on the seed, the stub, and how often it answered before.
  private Rendering rendering(ReceivedRequest request, Mapping mapping) {
    int turn = served.computeIfAbsent(mapping.id(), first -> new AtomicInteger()).getAndIncrement();
    long mixed =
        settings.seed() * 0x9E3779B97F4A7C15L
            + mapping.title().hashCode() * 0xBF58476D1CE4E5B9L
            + name.hashCode() * 0x94D049BB133111EBL
            + turn;
    JsonObject parameters =
        mapping.written().member("response").orElse(null) instanceof JsonObject response
                && response.member("transformerParameters").orElse(null) instanceof JsonObject own
            ? own
            : JsonObject.EMPTY;
    return new Rendering(
        request,
        mapping.template(),
        id(0x1D, requests.get()).toString(),
        parameters,
        new SplittableRandom(mixed),
        settings.clock());
  }

  private boolean forward(
      Proxying proxying,
      List<Header> headers,
      Disturbance disturbance,
      Optional<Mapping> mapping,
      ReceivedRequest request,
      Reply reply) {
    if (!PROXIES.tryAcquire()) {
      HttpResponseMessage busy =
          new HttpResponseMessage(
              SERVER_ERROR,
              List.of(new Header("Content-Type", "text/plain")),
              Bytes.utf8("more than " + MAX_PROXIED + " requests wait for other servers"));
      note(request, mapping, busy, Disturbance.NONE, Origin.STUB, reply, "");
      return true;
    }
    Thread.ofVirtual()
        .name("concordat-proxy")
        .start(
            () -> {
              try {
                HttpResponseMessage answer = proxying.ask(request.message());
                var all = new ArrayList<>(answer.headers());
                all.addAll(headers);
                mapping.ifPresent(stub -> all.addAll(marks(stub)));
                var message = new HttpResponseMessage(answer.status(), all, answer.body());
                note(request, mapping, message, disturbance, Origin.PROXY, reply, "");
              } finally {
                PROXIES.release();
              }
            });
    return true;
  }

  private void note(
      ReceivedRequest request,
      Optional<Mapping> mapping,
      HttpResponseMessage message,
      Disturbance disturbance,
      Origin origin,
      Reply reply,
      String reason) {
    note(request, mapping, message, disturbance, origin);
    reply.send(new Served(message, reason, disturbance));
  }

  /// Notes a request that was answered.
  public void note(
      ReceivedRequest request,
      Optional<Mapping> mapping,
      HttpResponseMessage message,
      Disturbance disturbance,
      Origin origin) {
    journal.add(
        new ServeEvent(
            id(0x1D, requests.getAndIncrement()),
            Instant.now(settings.clock()),
            request,
            mapping,
            message,
            disturbance,
            origin));
  }

  /// The states of all scenarios that its stubs name.
  public Map<String, List<Stub.Scenario>> knownScenarios() {
    var known = new TreeMap<String, List<Stub.Scenario>>();
    for (Mapping mapping : visibleMappings()) {
      mapping
          .scenario()
          .ifPresent(
              scenario ->
                  known.computeIfAbsent(scenario.name(), none -> new ArrayList<>()).add(scenario));
    }
    return known;
  }

  /// As at the start, with the stubs that it was given at the start.
  ///
  /// @param beginning those stubs
  public void reset(List<Mapping> beginning) {
    resetMappings(beginning);
    journal.clear();
  }

  /// The stubs as at the start, and scenarios too.
  public void resetMappings(List<Mapping> beginning) {
    mappings.clear();
    forbidden.clear();
    served.clear();
    scenarios.reset();
    beginning.forEach(mappings::put);
  }
}
