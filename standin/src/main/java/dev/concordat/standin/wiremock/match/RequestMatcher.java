package dev.concordat.standin.wiremock.match;

import dev.concordat.contracts.http.PathTemplate;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.stub.ValuePattern;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The conditions of a stub or of a verification, ready to run. Thread-safe.
public final class RequestMatcher {
  private final List<Check> inOrder;
  private final List<Check> cheapFirst;

  private RequestMatcher(List<Check> checks) {
    this.inOrder = List.copyOf(checks);
    this.cheapFirst = checks.stream().sorted(Comparator.comparingInt(Check::cost)).toList();
  }

  /// What came of the conditions.
  ///
  /// @param complaints why some of them cannot be run; then the matcher is of no use
  public record Compiled(RequestMatcher matcher, List<String> complaints) {
    public Compiled {
      complaints = List.copyOf(complaints);
    }
  }

  /// How a condition and a request stand to each other, for people.
  public record Line(String label, String expected, String actual, boolean isRight) {}

  /// Makes what a stub asks of requests.
  ///
  /// @param clock what `now` is in patterns for times
  public static Compiled compile(StubRequest request, Clock clock) {
    var complaints = new ArrayList<String>();
    var compiler = new Compiler(request, new ValueChecks(clock, complaints::add), complaints);
    List<Check> checks =
        request.conditions().stream().flatMap(c -> compiler.check(c).stream()).toList();
    return new Compiled(new RequestMatcher(checks), complaints);
  }

  public boolean matches(ReceivedRequest request) {
    for (Check check : cheapFirst) {
      if (!check.accepts(request)) {
        return false;
      }
    }
    return true;
  }

  /// How far the request is from one that matches, from 0 to 1; address and method count most.
  public double distance(ReceivedRequest request) {
    double total = 0;
    double weights = 0;
    for (Check check : inOrder) {
      total += check.weight() * check.distance(request);
      weights += check.weight();
    }
    return weights == 0 ? 0 : total / weights;
  }

  /// Each condition beside what the request has.
  public List<Line> compare(ReceivedRequest request) {
    return inOrder.stream()
        .map(
            check ->
                new Line(
                    check.label(), check.expected(), check.actual(request), check.accepts(request)))
        .toList();
  }

  private record Compiler(StubRequest request, ValueChecks checks, List<String> complaints) {
    Optional<Check> check(RequestCondition condition) {
      return switch (condition) {
        case RequestCondition.On(var part, String name, ValuePattern pattern, var place) ->
            on(part, name, pattern);
        case RequestCondition.InPart part -> Optional.of(part(part));
        case RequestCondition.AnyOf any -> refused("alternatives of requests");
        case RequestCondition.Not not -> refused("negated requests");
        case RequestCondition.Unjudged(String what, var place) -> refused(what);
      };
    }

    private Optional<Check> refused(String what) {
      complaints.add(what + " is not supported: it needs code that only a WireMock process has");
      return Optional.empty();
    }

    private Optional<Check> on(RequestPart part, String name, ValuePattern pattern) {
      return switch (part) {
        case HEADER, QUERY_PARAMETER, COOKIE, FORM_FIELD -> Optional.of(many(part, name, pattern));
        case PATH_PARAMETER -> inPath(name, pattern);
        default -> Optional.of(new Check.One(part, name, pattern, checks.of(pattern)));
      };
    }

    private Check many(RequestPart part, String name, ValuePattern pattern) {
      return pattern instanceof ValuePattern.Several(boolean isExact, List<ValuePattern> all)
          ? new Check.Many(part, name, pattern, isExact, checks.all(all))
          : new Check.Many(part, name, pattern, false, List.of(checks.of(pattern)));
    }

    private Optional<Check> inPath(String name, ValuePattern pattern) {
      Optional<PathTemplate> template =
          request
              .on(RequestPart.PATH)
              .flatMap(
                  on ->
                      on.pattern() instanceof ValuePattern.PathTemplate(String text)
                          ? Optional.of(PathTemplate.of(text)).stream()
                          : Optional.<PathTemplate>empty().stream())
              .findFirst();
      if (template.isEmpty() || !template.get().parameterNames().contains(name)) {
        complaints.add(
            "there is a pattern for the path parameter '" + name + "' that no urlPathTemplate has");
        return Optional.empty();
      }
      return Optional.of(new Check.InPath(template.get(), name, pattern, checks.of(pattern)));
    }

    private Check part(RequestCondition.InPart part) {
      Map<String, List<ValueCheck>> headers = new LinkedHashMap<>();
      List<ValueCheck> contents = new ArrayList<>();
      for (RequestCondition.On on : part.of()) {
        if (on.part() == RequestPart.HEADER) {
          headers
              .computeIfAbsent(on.name(), none -> new ArrayList<>())
              .add(checks.of(on.pattern()));
        } else {
          contents.add(checks.of(on.pattern()));
        }
      }
      return new Check.InMultipart(part, headers, contents);
    }
  }
}
