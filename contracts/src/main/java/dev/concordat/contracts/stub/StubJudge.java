package dev.concordat.contracts.stub;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Routed;
import dev.concordat.contracts.stub.SampleRequests.Sample;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges stubs against the contracts of the providers they speak for: is the request an operation, and could the provider
/// give that answer? What cannot be known without running the stub, such as a templated answer, is said not to be checked.
public final class StubJudge {
  private final List<OpenApiContract> providers;
  private final BodyFiles files;
  private final SampleRequests samples = new SampleRequests();

  /// @param providers the contracts that the stubs may stand for; each stub belongs to the first that has its operation
  /// @param root the workspace, below which the files with bodies are
  public StubJudge(List<OpenApiContract> providers, Path root) {
    this.providers = List.copyOf(providers);
    this.files = new BodyFiles(root);
  }

  /// A verdict for each stub, in the order of the file.
  public List<StubVerdict> judge(StubContract stubs) {
    return stubs.stubs().stream().map(stub -> judge(stubs.file(), stub)).toList();
  }

  private StubVerdict judge(String file, Stub stub) {
    for (OpenApiContract provider : providers) {
      Optional<Sample> sample = samples.sample(stub.request(), provider);
      Optional<Routed> routed =
          sample.flatMap(made -> provider.route(made.request().method(), made.request().path()));
      if (sample.isPresent() && routed.isPresent()) {
        return judge(file, stub, provider, sample.get(), routed.get().operation());
      }
    }
    return nobodys(stub);
  }

  /// No provider has the operation. Only a stub with an address of its own can be said to be wrong.
  private StubVerdict nobodys(Stub stub) {
    List<List<Breach>> objections = new ArrayList<>();
    for (OpenApiContract provider : providers) {
      samples
          .sample(stub.request(), provider)
          .map(made -> new HttpJudge(provider).judgeRequest(made.request()))
          .filter(breaches -> !breaches.isEmpty())
          .ifPresent(objections::add);
    }
    List<Breach> told =
        objections.stream()
            .filter(breaches -> breaches.getFirst().kind() == Breach.Kind.METHOD_NOT_ALLOWED)
            .findFirst()
            .or(() -> objections.stream().findFirst())
            .orElse(List.of());
    List<String> notChecked =
        told.isEmpty()
            ? List.of("no documented path was found that the stub's address matches")
            : List.of();
    return new StubVerdict(stub, Optional.empty(), Optional.empty(), told, notChecked);
  }

  private StubVerdict judge(
      String file, Stub stub, OpenApiContract provider, Sample sample, HttpOperation operation) {
    var judge = new HttpJudge(provider);
    var breaches = new ArrayList<Breach>();
    var notChecked = new ArrayList<String>();
    judge.judgeRequest(sample.request()).stream()
        .filter(breach -> isTheStubsOwn(breach, sample))
        .forEach(breaches::add);
    Optional<HttpResponseMessage> response = response(file, stub, operation, notChecked);
    response.ifPresent(
        answer -> breaches.addAll(judge.judgeResponse(asRouted(sample, operation), answer)));
    return new StubVerdict(
        stub, Optional.of(provider.file()), Optional.of(operation.id()), breaches, notChecked);
  }

  /// A stub's patterns say only part of the request, so what is absent is no lie; what is there and wrong is one.
  private static boolean isTheStubsOwn(Breach breach, Sample sample) {
    return switch (breach.kind()) {
      case BAD_PARAMETER -> sample.isLiteral() || !breach.pointer().startsWith("path:");
      case BAD_REQUEST_BODY -> sample.request().body().size() > 0;
      default -> false;
    };
  }

  private static HttpRequestMessage asRouted(Sample sample, HttpOperation operation) {
    HttpRequestMessage made = sample.request();
    return new HttpRequestMessage(operation.method(), made.target(), made.headers(), made.body());
  }

  private Optional<HttpResponseMessage> response(
      String file, Stub stub, HttpOperation operation, List<String> notChecked) {
    if (stub.responses().size() > 1) {
      notChecked.add("only the first of " + stub.responses().size() + " answers was looked at");
    }
    return switch (stub.response().orElse(null)) {
      case null -> unknown("no answer is written down", notChecked);
      case StubResponse.Broken broken ->
          unknown("the answer is a broken connection (" + broken.fault() + ")", notChecked);
      case StubResponse.Proxied ignored ->
          unknown("the answer comes from another server", notChecked);
      case StubResponse.Computed computed ->
          unknown("the answer is made by " + computed.by(), notChecked);
      case StubResponse.Stated stated when stated.isTemplated() ->
          unknown("the answer is a template, which only its tool fills in", notChecked);
      case StubResponse.Stated stated ->
          body(file, stated.body(), notChecked)
              .map(
                  bytes ->
                      new HttpResponseMessage(
                          stated.status(), headers(stated, operation, bytes, notChecked), bytes));
    };
  }

  private static Optional<HttpResponseMessage> unknown(String why, List<String> notChecked) {
    notChecked.add(why);
    return Optional.empty();
  }

  private Optional<Bytes> body(String file, StubBody body, List<String> notChecked) {
    return switch (body) {
      case StubBody.None() -> Optional.of(Bytes.EMPTY);
      case StubBody.Inline(Bytes bytes) -> Optional.of(bytes);
      case StubBody.InFile(String name) -> {
        Optional<Bytes> bytes = inFile(file, name);
        if (bytes.isEmpty()) {
          notChecked.add("the body file " + name + " is not there");
        }
        yield bytes;
      }
    };
  }

  private Optional<Bytes> inFile(String file, String name) {
    try {
      return files.read(file, name);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /// A stub often leaves the content type out, as its test does not look at it; then the documented one is meant.
  private static List<Header> headers(
      StubResponse.Stated response, HttpOperation operation, Bytes body, List<String> notChecked) {
    Optional<String> documented =
        operation
            .response(response.status())
            .flatMap(
                spec ->
                    spec.content().stream().map(type -> type.mediaType().toString()).findFirst());
    boolean isStated = Headers.first(response.headers(), "Content-Type").isPresent();
    if (isStated || body.size() == 0 || documented.isEmpty()) {
      return response.headers();
    }
    notChecked.add("the stub states no Content-Type; " + documented.get() + " was taken");
    var headers = new ArrayList<>(response.headers());
    headers.add(new Header("Content-Type", documented.get()));
    return headers;
  }
}
