package dev.concordat.standin;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.standin.answer.Bodies;
import dev.concordat.standin.answer.Documented;
import dev.concordat.standin.answer.Negotiation;
import dev.concordat.standin.refusal.ErrorShape;
import dev.concordat.standin.refusal.Refusal;
import dev.concordat.standin.service.Asked;
import dev.concordat.standin.service.Outcome;
import dev.concordat.standin.service.Service;
import dev.concordat.standin.value.ValueMaker;
import dev.concordat.standin.wish.Wish;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Answers with the outcome that a caller or a rule asks for. What cannot be had is refused, and never ignored silently.
final class Chosen {
  private static final int FIRST_ERROR = 400;

  private final Documented documented;
  private final ValueMaker maker;

  Chosen(Documented documented, ValueMaker maker) {
    this.documented = documented;
    this.maker = maker;
  }

  Outcome answer(Asked asked, Wish wish) {
    HttpOperation operation = asked.operation();
    Optional<ResponseSpec> spec = spec(asked, wish);
    if (spec.isEmpty()) {
      return unknown(operation, wish);
    }
    int status = status(spec.get(), wish.code());
    if (wish.example().isPresent()) {
      return example(asked, status, spec.get(), wish.example().get());
    }
    Optional<Negotiation.Choice> choice = asked.accept().chooseAnyway(spec.get().content());
    Optional<HttpResponseMessage> made =
        choice
            .filter(it -> wish.isDynamic())
            .flatMap(it -> made(operation, status, spec.get(), it, wish));
    if (made.isPresent()) {
      return new Outcome.Answered(made.get());
    }
    Optional<HttpResponseMessage> response =
        choice
            .filter(it -> status >= FIRST_ERROR && it.spec().examples().isEmpty())
            .flatMap(it -> error(operation, status, spec.get(), it, wish))
            .or(() -> documented.response(operation, status, spec.get(), choice, applied(wish)));
    return response
        .<Outcome>map(Outcome.Answered::new)
        .orElseGet(
            () ->
                refused(
                    "no value was found that the contract accepts for "
                        + status
                        + " ("
                        + spec.get().place().shortForm()
                        + ")"));
  }

  private static Optional<ResponseSpec> spec(Asked asked, Wish wish) {
    HttpOperation operation = asked.operation();
    if (wish.code().isPresent()) {
      return operation.response(wish.code().getAsInt());
    }
    return wish.example().isEmpty()
        ? Service.success(asked.plan(), false)
        : operation.responses().stream()
            .filter(it -> hasExample(it, wish.example().get()))
            .findFirst();
  }

  /// An answer with a made value, whatever examples there are.
  private Optional<HttpResponseMessage> made(
      HttpOperation operation,
      int status,
      ResponseSpec spec,
      Negotiation.Choice choice,
      Wish wish) {
    String path = operation.id() + "/" + spec.status() + "/dynamic";
    return choice
        .spec()
        .schema()
        .flatMap(schema -> maker.full(schema, path).or(() -> maker.least(schema, path)))
        .map(value -> documented.response(status, spec, choice, value, applied(wish), path));
  }

  /// A made error tells its own status.
  private Optional<HttpResponseMessage> error(
      HttpOperation operation,
      int status,
      ResponseSpec spec,
      Negotiation.Choice choice,
      Wish wish) {
    String path = operation.id() + "/" + spec.status();
    String title = HttpResponseStatus.valueOf(status).reasonPhrase();
    var shape = new ErrorShape(status, title, "asked for by " + wish, List.of());
    return choice
        .spec()
        .schema()
        .flatMap(
            schema ->
                documented.bodies().value(choice.spec(), path).map(it -> shape.told(it, schema)))
        .map(value -> documented.response(status, spec, choice, value, applied(wish), path));
  }

  private static int status(ResponseSpec spec, OptionalInt code) {
    return code.orElseGet(() -> Documented.status(spec, false));
  }

  private static boolean hasExample(ResponseSpec spec, String name) {
    return spec.content().stream()
        .flatMap(content -> content.examples().stream())
        .anyMatch(example -> example.name().equals(name));
  }

  private Outcome example(Asked asked, int status, ResponseSpec spec, String name) {
    List<MediaTypeSpec> having =
        spec.content().stream()
            .filter(content -> documented.bodies().example(content, name).isPresent())
            .toList();
    Optional<Negotiation.Choice> choice = asked.accept().chooseAnyway(having);
    if (choice.isEmpty()) {
      return unknown(asked.operation(), new Wish(OptionalInt.of(status), Optional.of(name), false));
    }
    MediaTypeSpec content = choice.get().spec();
    DocumentedExample example = documented.bodies().example(content, name).orElseThrow();
    if (!Bodies.keeps(content, example)) {
      return refused(
          "the example '" + name + "' breaks its own schema (" + example.place().shortForm() + ")");
    }
    String path = asked.operation().id() + "/" + spec.status();
    var wish = new Wish(OptionalInt.of(status), Optional.of(name), false);
    return new Outcome.Answered(
        documented.response(status, spec, choice.get(), example.value(), applied(wish), path));
  }

  private static Map<String, Header> applied(Wish wish) {
    return Map.of(
        "preference-applied",
        new Header("Preference-Applied", wish.toString().replaceAll("[^ -~]", "?")));
  }

  private static Outcome unknown(HttpOperation operation, Wish wish) {
    List<String> codes = operation.responses().stream().map(ResponseSpec::status).toList();
    List<String> names =
        operation.responses().stream()
            .flatMap(response -> response.content().stream())
            .flatMap(content -> content.examples().stream())
            .map(DocumentedExample::name)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    return refused(
        wish
            + " is not documented for "
            + operation.methodAndPath()
            + ": codes are "
            + codes
            + ", examples are "
            + names
            + wish.example().map(name -> DidYouMean.nextSentence(name, names)).orElse(""));
  }

  private static Outcome refused(String detail) {
    return new Outcome.Refused(Refusal.of(List.of(400), detail));
  }
}
