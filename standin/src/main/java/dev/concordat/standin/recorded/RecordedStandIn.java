package dev.concordat.standin.recorded;

import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.standin.ProvenanceHeader;
import dev.concordat.standin.Verification;
import dev.concordat.standin.http.Answerer;
import dev.concordat.standin.http.Reply;
import dev.concordat.standin.http.Served;
import dev.concordat.standin.wish.Wish;
import dev.concordat.wire.redaction.Redactor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Answers what was recorded in an HTTP archive (HAR 1.2) or saved in a Postman collection, for the requests that it was
/// recorded for and for no others. Secrets are taken out of answers, and any secret does in a request where one was. Of an
/// archive, one request that was sent several times gets its answers in their order, the last one again at the end.
/// Thread-safe.
public final class RecordedStandIn implements Answerer {
  /// `DELETE` begins every sequence of answers anew.
  public static final String STATE_PATH = "/.concordat/state";

  private static final int NO_CONTENT = 204;
  private static final int METHOD_NOT_ALLOWED = 405;

  private final StubContract contract;
  private final Redactor redactor = new Redactor();
  private final List<Group> groups;
  private final Map<String, List<Group>> literal = new LinkedHashMap<>();
  private final Map<String, List<Group>> decoded = new LinkedHashMap<>();
  private final List<Group> templates = new ArrayList<>();
  private final RecordedRefusals refusals;
  private final Header provenance;
  private final Verification verification;

  /// A stand-in of which no verification is known.
  ///
  /// @param contract of an archive or a collection
  public RecordedStandIn(StubContract contract) {
    this(contract, Verification.NONE);
  }

  /// @param contract of an archive or a collection
  public RecordedStandIn(StubContract contract, Verification.Source verifications) {
    this.contract = contract;
    this.groups = new Groups(redactor).of(contract);
    for (Group group : groups) {
      ValuePattern path = group.asked().path();
      path.onlyText()
          .ifPresentOrElse(
              text -> {
                literal.computeIfAbsent(text, first -> new ArrayList<>()).add(group);
                decoded
                    .computeIfAbsent(Percent.decode(text), first -> new ArrayList<>())
                    .add(group);
              },
              () -> templates.add(group));
    }
    this.refusals = new RecordedRefusals(contract.file(), groups);
    String digest = Meaning.of(contract).map(meaning -> meaning.digest()).orElse("");
    this.verification = verifications.of(digest);
    this.provenance =
        ProvenanceHeader.of(contract.title())
            .with("kind", contract.kind().name().toLowerCase(Locale.ROOT))
            .with("meaning", digest)
            .of(verification);
  }

  /// Whether its answers were held against the real provider.
  public Verification verification() {
    return verification;
  }

  public StubContract contract() {
    return contract;
  }

  /// A request that is answered, for people: `GET /orders/{id}?limit=2`.
  public List<String> requests() {
    return groups.stream().map(group -> shown(group.asked())).toList();
  }

  /// Why some requests of the file cannot be answered, with their places.
  public List<String> unusable() {
    return groups.stream()
        .flatMap(group -> group.saved().stream())
        .flatMap(
            saved ->
                saved instanceof Saved.Unusable unusable
                    ? Stream.of(unusable.place().shortForm() + ": " + unusable.why())
                    : Stream.empty())
        .toList();
  }

  /// How many answers there are.
  public int answers() {
    return (int)
        groups.stream()
            .flatMap(group -> group.saved().stream())
            .filter(Saved.Answer.class::isInstance)
            .count();
  }

  private static String shown(Asked asked) {
    var text = new StringBuilder(asked.method()).append(' ').append(asked.path());
    char sign = '?';
    for (Asked.Parameter parameter : asked.query()) {
      text.append(sign).append(parameter.name()).append('=');
      text.append(parameter.value().onlyText().orElse("…"));
      sign = '&';
    }
    return text.toString();
  }

  @Override
  public void answer(HttpRequestMessage request, Reply reply) {
    reply.send(Served.of(answered(request).with(provenance)));
  }

  private HttpResponseMessage answered(HttpRequestMessage raw) {
    if (raw.path().equals(STATE_PATH)) {
      return state(raw.method());
    }
    HttpRequestMessage request = redactor.redact(raw);
    List<Group> samePath = withPath(request.path());
    List<Group> sameMethod = withMethod(samePath, request.method());
    if (sameMethod.isEmpty() && request.method().equals("HEAD")) {
      sameMethod = withMethod(samePath, "GET");
    }
    Optional<Group> match =
        sameMethod.stream()
            .filter(group -> group.asked().differences(request).isEmpty())
            .findFirst();
    if (match.isEmpty()) {
      return refusals.of(request, samePath, sameMethod);
    }
    Wish wish = wish(request);
    return match
        .get()
        .choose(wish)
        .map(
            saved ->
                switch (saved) {
                  case Saved.Answer answer -> answer.response();
                  case Saved.Unusable unusable -> refusals.unusable(unusable);
                })
        .orElseGet(() -> refusals.noOutcome(match.get(), wish.toString()));
  }

  /// `Prefer`, or the headers of Postman's mock servers.
  private static Wish wish(HttpRequestMessage request) {
    Optional<String> name =
        request.header("x-mock-response-name").or(() -> request.header("x-mock-response-id"));
    Optional<String> code =
        request.header("x-mock-response-code").filter(text -> text.matches("[1-9][0-9]{2}"));
    return name.isEmpty() && code.isEmpty()
        ? Wish.of(request)
        : new Wish(code.stream().mapToInt(Integer::parseInt).findFirst(), name, false);
  }

  /// Those with the path itself come before those with a template for it.
  private List<Group> withPath(String path) {
    List<Group> found = new ArrayList<>(literal.getOrDefault(path, List.of()));
    if (found.isEmpty()) {
      found.addAll(decoded.getOrDefault(Percent.decode(path), List.of()));
    }
    templates.stream().filter(group -> group.asked().isPath(path)).forEach(found::add);
    return found;
  }

  private static List<Group> withMethod(List<Group> groups, String method) {
    return groups.stream().filter(group -> group.asked().method().equals(method)).toList();
  }

  private HttpResponseMessage state(String method) {
    if (!method.equals("DELETE")) {
      return RecordedRefusals.problem(
              METHOD_NOT_ALLOWED,
              "DELETE begins every sequence of answers anew; nothing else is there",
              List.of())
          .with(new Header("Allow", "DELETE"));
    }
    groups.forEach(Group::restart);
    return new HttpResponseMessage(NO_CONTENT, List.of(), Bytes.EMPTY);
  }

  @Override
  public HttpResponseMessage unreadable(int status, String reason) {
    return RecordedRefusals.problem(status, reason, List.of()).with(provenance);
  }
}
