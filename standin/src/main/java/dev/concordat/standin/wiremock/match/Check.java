package dev.concordat.standin.wiremock.match;

import dev.concordat.contracts.body.Part;
import dev.concordat.contracts.http.PathTemplate;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.ValuePattern;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// One condition on a request, ready to run.
sealed interface Check {
  boolean accepts(ReceivedRequest request);

  double distance(ReceivedRequest request);

  /// What the condition looks at, for people: `Header Accept`.
  String label();

  /// What the condition wants, for people.
  String expected();

  /// What the request has instead, for people.
  String actual(ReceivedRequest request);

  /// How much it counts when near misses are ordered.
  double weight();

  /// How expensive it is: cheap ones are asked first.
  int cost();

  /// Of a part with one value, or none.
  record One(RequestPart part, String name, ValuePattern pattern, ValueCheck check)
      implements Check {
    private static final double ADDRESS = 10;
    private static final double METHOD = 3;

    private Subject subject(ReceivedRequest request) {
      return Parts.subject(part, request);
    }

    @Override
    public boolean accepts(ReceivedRequest request) {
      return check.accepts(subject(request));
    }

    @Override
    public double distance(ReceivedRequest request) {
      return check.distance(subject(request));
    }

    @Override
    public String label() {
      return Parts.label(part, name);
    }

    @Override
    public String expected() {
      return Shown.pattern(pattern);
    }

    @Override
    public String actual(ReceivedRequest request) {
      Subject subject = subject(request);
      return subject.isPresent() ? subject.text() : "(absent)";
    }

    @Override
    public double weight() {
      return switch (part) {
        case TARGET, PATH -> ADDRESS;
        case METHOD -> METHOD;
        default -> 1;
      };
    }

    @Override
    public int cost() {
      return part == RequestPart.BODY ? 2 : 0;
    }
  }

  /// Of a part that may come several times: one value must be right, or several at once.
  record Many(
      RequestPart part, String name, ValuePattern pattern, boolean isExact, List<ValueCheck> checks)
      implements Check {
    @Override
    public boolean accepts(ReceivedRequest request) {
      return distance(request) == 0;
    }

    @Override
    public double distance(ReceivedRequest request) {
      List<String> values = Parts.values(part, name, request);
      if (!(pattern instanceof ValuePattern.Several)) {
        return nearest(checks.getFirst(), values);
      }
      if (isExact && values.size() != checks.size()) {
        return 1;
      }
      double total = 0;
      for (ValueCheck check : checks) {
        total += nearest(check, values);
      }
      if (isExact && total == 0) {
        total = values.stream().allMatch(this::isWanted) ? 0 : 1;
      }
      return checks.isEmpty() ? 0 : Math.min(1, total / checks.size());
    }

    private boolean isWanted(String value) {
      return checks.stream().anyMatch(check -> check.accepts(Subject.of(value)));
    }

    private static double nearest(ValueCheck check, List<String> values) {
      if (values.isEmpty()) {
        return check.distance(Subject.ABSENT);
      }
      double nearest = 1;
      for (String value : values) {
        nearest = Math.min(nearest, check.distance(Subject.of(value)));
      }
      return nearest;
    }

    @Override
    public String label() {
      return Parts.label(part, name);
    }

    @Override
    public String expected() {
      return Shown.pattern(pattern);
    }

    @Override
    public String actual(ReceivedRequest request) {
      List<String> values = Parts.values(part, name, request);
      return values.isEmpty() ? "(absent)" : String.join(", ", values);
    }

    @Override
    public double weight() {
      return 1;
    }

    @Override
    public int cost() {
      return part == RequestPart.HEADER ? 0 : 1;
    }
  }

  /// Of a piece of the path that a template names.
  record InPath(PathTemplate template, String name, ValuePattern pattern, ValueCheck check)
      implements Check {
    private Subject subject(ReceivedRequest request) {
      return template
          .match(request.path())
          .map(values -> values.get(name))
          .map(Subject::of)
          .orElse(Subject.ABSENT);
    }

    @Override
    public boolean accepts(ReceivedRequest request) {
      return check.accepts(subject(request));
    }

    @Override
    public double distance(ReceivedRequest request) {
      return check.distance(subject(request));
    }

    @Override
    public String label() {
      return "Path parameter " + name;
    }

    @Override
    public String expected() {
      return Shown.pattern(pattern);
    }

    @Override
    public String actual(ReceivedRequest request) {
      Subject subject = subject(request);
      return subject.isPresent() ? subject.text() : "(absent)";
    }

    @Override
    public double weight() {
      return 1;
    }

    @Override
    public int cost() {
      return 1;
    }
  }

  /// Of the parts of a multipart body.
  record InMultipart(
      RequestCondition.InPart condition,
      Map<String, List<ValueCheck>> headers,
      List<ValueCheck> contents)
      implements Check {
    @Override
    public boolean accepts(ReceivedRequest request) {
      var parts = request.parts();
      return condition.isEach()
          ? parts.stream().allMatch(this::accepts)
          : parts.stream().anyMatch(this::accepts);
    }

    private boolean accepts(Part part) {
      Subject content = Subject.of(part.content(), StandardCharsets.UTF_8);
      return contents.stream().allMatch(check -> check.accepts(content))
          && headers.entrySet().stream()
              .allMatch(
                  entry ->
                      entry.getValue().stream()
                          .allMatch(check -> check.accepts(Parts.header(part, entry.getKey()))));
    }

    @Override
    public double distance(ReceivedRequest request) {
      return accepts(request) ? 0 : 1;
    }

    @Override
    public String label() {
      return condition.isEach() ? "Every part" : "Some part";
    }

    @Override
    public String expected() {
      return Shown.part(condition);
    }

    @Override
    public String actual(ReceivedRequest request) {
      return request.parts().size() + " parts";
    }

    @Override
    public double weight() {
      return 1;
    }

    @Override
    public int cost() {
      return 2;
    }
  }
}
