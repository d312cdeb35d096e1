package dev.concordat.cases;

import dev.concordat.cases.RequestDraft.Body;
import dev.concordat.cases.value.Size;
import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The valid requests of an operation: its documented examples, the smallest and the fullest.
final class ValidCases {
  private final Drafts drafts;
  private final HttpOperation operation;
  private final Into collection;

  ValidCases(Drafts drafts, Into collection) {
    this.drafts = drafts;
    this.operation = drafts.operation();
    this.collection = collection;
  }

  /// Takes valid cases in.
  interface Into {
    void addValid(Title title, Expectation expectation, Optional<HttpRequestMessage> request);

    void skip(Title title, String reason);
  }

  void addAll() {
    addBodyExamples();
    if (operation.body().isEmpty()) {
      addParameterExamples();
    }
    add(Size.MINIMAL, "minimal", "the smallest valid request");
    add(Size.FULL, "full", "a valid request with everything");
  }

  private void addBodyExamples() {
    for (MediaTypeSpec spec : operation.body().map(RequestBody::content).orElseGet(List::of)) {
      int number = 0;
      for (DocumentedExample example : spec.examples()) {
        number++;
        String name = example.name().isEmpty() && number > 1 ? "" + number : example.name();
        Title title = title(name, sentence(example));
        RequestDraft draft = drafts.draft(title.slug(), Size.MINIMAL, example.name());
        collection.addValid(
            title, expectation(), draft.with(new Body.Value(spec, example.value())).request());
      }
    }
  }

  /// An operation without body has an example for each name that its parameters' examples have.
  private void addParameterExamples() {
    Map<String, Sentence> names = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      parameter.examples().forEach(e -> names.putIfAbsent(e.name(), sentence(e)));
    }
    names.forEach(
        (name, sentence) -> {
          Title title = title(name, sentence);
          collection.addValid(
              title,
              expectation(),
              withUnnamed(drafts.draft(title.slug(), Size.MINIMAL, name), title, name).request());
        });
  }

  /// Lone examples (`example:`) belong to each other.
  private RequestDraft withUnnamed(RequestDraft draft, Title title, String name) {
    RequestDraft all = draft;
    for (Parameter parameter : operation.parameters()) {
      boolean isMeant = parameter.examples().stream().anyMatch(e -> e.name().equals(name));
      if (isMeant && all.value(parameter).isEmpty()) {
        RequestDraft before = all;
        all =
            drafts
                .value(parameter, title.slug(), Size.MINIMAL, name)
                .map(value -> before.with(parameter, value))
                .orElse(before);
      }
    }
    return all;
  }

  private static Sentence sentence(DocumentedExample example) {
    return new Sentence(example.place(), example.written().sourceLine());
  }

  static Title title(String name, Sentence sentence) {
    return new Title(
        name.isEmpty() ? "example" : "example/" + Title.slug(name),
        name.isEmpty() ? "the documented example" : "the example '" + name + "'",
        "a documented example",
        sentence);
  }

  /// An example counts as acceptable only when all that it needs is documented: a made id names nothing.
  private Expectation expectation() {
    return drafts.allParametersAreDocumented()
            && drafts.knowsCredentials()
            && drafts.pathLeadsSomewhere()
        ? Expectation.ACCEPTED
        : Expectation.ANSWERED;
  }

  private void add(Size size, String slug, String what) {
    var title =
        new Title(
            slug,
            what,
            operation.methodAndPath(),
            new Sentence(operation.place(), operation.sourceLine()));
    RequestDraft draft = drafts.draft(slug, size, "");
    boolean wantsBody =
        operation.body().map(body -> body.required() || size == Size.FULL).orElse(false);
    if (!wantsBody) {
      collection.addValid(title, Expectation.ANSWERED, draft.request());
      return;
    }
    Optional<Body> body = drafts.body(slug, size).map(drafts::amended);
    if (body.isPresent()) {
      collection.addValid(title, Expectation.ANSWERED, draft.with(body.get()).request());
    } else {
      collection.skip(title, noBody());
    }
  }

  private String noBody() {
    return drafts.mediaType().isEmpty()
        ? "bodies of its media types are not made"
        : "no value was found that its body's schema accepts";
  }
}
