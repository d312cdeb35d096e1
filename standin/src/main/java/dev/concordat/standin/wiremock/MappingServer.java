package dev.concordat.standin.wiremock;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.problem.Problem;
import dev.concordat.standin.fault.Disturbance;
import dev.concordat.standin.http.Answerer;
import dev.concordat.standin.http.Reply;
import dev.concordat.standin.http.Served;
import dev.concordat.standin.wiremock.admin.AdminApi;
import dev.concordat.standin.wiremock.admin.AdminContext;
import dev.concordat.standin.wiremock.journal.ServeEvent.Origin;
import dev.concordat.standin.wiremock.match.ReceivedRequest;
import dev.concordat.standin.wiremock.response.ResponseCompiler;
import dev.concordat.standin.wiremock.response.StubFiles;
import dev.concordat.standin.wiremock.space.Space;
import dev.concordat.standin.wiremock.space.SpaceSettings;
import dev.concordat.standin.wiremock.space.Spaces;
import dev.concordat.standin.wiremock.store.Mapping;
import dev.concordat.standin.wiremock.store.MappingCompiler;
import dev.concordat.standin.wiremock.template.TemplateEngine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/// Answers requests by WireMock's mappings, and the administration below `/__admin`. Beside a contract the stubs come first,
/// are held against it, and what no stub answers is the contract's to answer. Thread-safe.
public final class MappingServer implements Answerer {
  private static final int BAD_REQUEST = 400;

  private final Spaces spaces;
  private final AdminApi admin;
  private final List<Mapping> beginning = new ArrayList<>();
  private final Map<UUID, StubContract> known = new LinkedHashMap<>();
  private final Path root;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile ContractObjections objections;
  private volatile Optional<Answerer> beside = Optional.empty();

  private MappingServer(
      Path root, MappingSource source, SpaceSettings settings, List<OpenApiContract> contracts) {
    this.root = root;
    this.objections = new ContractObjections(contracts, root);
    this.spaces = new Spaces(settings, new StubFiles(source.bodies()));
    MappingCompiler compiler = compiler(settings);
    this.admin =
        new AdminApi(
            new AdminContext(
                spaces,
                compiler,
                this::beginning,
                source.mappings(),
                this::objectionsTo,
                ended::countDown,
                Instant.now(settings.clock())));
  }

  private static MappingCompiler compiler(SpaceSettings settings) {
    return new MappingCompiler(
        new ResponseCompiler(
            new TemplateEngine(), settings.isEverythingTemplated(), settings.allowsProxyAnywhere()),
        settings.clock());
  }

  /// Reads mappings. Where one cannot be served, or a contract forbids it, that is told, and the others are there.
  ///
  /// @param root the workspace, which places are relative to
  /// @param contracts that the stubs are held against
  public static MappingSource.Loaded load(
      Path root, MappingSource source, SpaceSettings settings, List<OpenApiContract> contracts) {
    var server = new MappingServer(root, source, settings, contracts);
    var loader = new MappingLoader(root, compiler(settings));
    var problems = new ArrayList<Problem>();
    for (MappingLoader.Loaded loaded : loader.load(source.files())) {
      List<String> objections = server.objectionsTo(loaded.contract());
      objections.forEach(
          reason ->
              problems.add(
                  Problem.error(
                      "stub/forbidden-by-contract",
                      loaded.place(),
                      "the contract forbids this stub: " + reason,
                      "")));
      if (objections.isEmpty()) {
        server.add(loaded);
      }
    }
    problems.addAll(0, loader.problems());
    return new MappingSource.Loaded(server, problems);
  }

  private void add(MappingLoader.Loaded loaded) {
    beginning.add(loaded.mapping());
    known.put(loaded.mapping().id(), loaded.contract());
    spaces.shared().mappings().put(loaded.mapping());
  }

  private List<Mapping> beginning() {
    return List.copyOf(beginning);
  }

  private List<String> objectionsTo(StubContract stubs) {
    return objections.to(stubs);
  }

  /// How many mappings it was started with.
  public int size() {
    return beginning.size();
  }

  /// Lets another answer what no stub answers.
  public void setBeside(Answerer other) {
    beside = Optional.of(other);
  }

  /// Holds all stubs against changed contracts. Those that they forbid answer with the reason from now on.
  ///
  /// @return the reasons, each with the stub's title
  public List<String> recheck(List<OpenApiContract> contracts) {
    objections = new ContractObjections(contracts, root);
    var told = new ArrayList<String>();
    recheck(spaces.shared(), told);
    spaces.all().values().forEach(space -> recheck(space, told));
    return told;
  }

  private void recheck(Space space, List<String> told) {
    for (Mapping mapping : space.mappings().all().reversed()) {
      StubContract contract = known.getOrDefault(mapping.id(), StubContracts.of(mapping.stub()));
      List<String> reasons = objectionsTo(contract);
      if (reasons.isEmpty()) {
        space.forbidden().remove(mapping.id());
      } else {
        space.forbidden().put(mapping.id(), reasons);
        reasons.forEach(reason -> told.add(mapping.stub().title() + ": " + reason));
      }
    }
  }

  /// Waits until a client asks the server to end.
  ///
  /// @throws InterruptedException when this thread is told to stop waiting
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  @Override
  public void answer(HttpRequestMessage request, Reply reply) {
    switch (spaces.of(request)) {
      case Spaces.Addressed.Nobody(String reason) ->
          reply.send(Served.of(NotMatched.plain(BAD_REQUEST, reason)));
      case Spaces.Addressed.To(Space space, HttpRequestMessage meant) ->
          answer(space, meant, reply);
    }
  }

  private void answer(Space space, HttpRequestMessage request, Reply reply) {
    if (AdminApi.isMeant(request.path())) {
      reply.send(Served.of(admin.answer(space, request)));
      return;
    }
    var received = new ReceivedRequest(request);
    if (space.answer(received, reply)) {
      return;
    }
    if (beside.isPresent()) {
      beside
          .get()
          .answer(
              request,
              served -> {
                space.note(
                    received,
                    Optional.empty(),
                    served.message(),
                    served.disturbance(),
                    Origin.CONTRACT);
                reply.send(served);
              });
      return;
    }
    HttpResponseMessage answer = NotMatched.answer(space, received);
    space.note(received, Optional.empty(), answer, Disturbance.NONE, Origin.NOBODY);
    reply.send(Served.of(answer));
  }

  @Override
  public HttpResponseMessage unreadable(int status, String reason) {
    return beside
        .map(other -> other.unreadable(status, reason))
        .orElseGet(() -> NotMatched.plain(status, reason));
  }
}
