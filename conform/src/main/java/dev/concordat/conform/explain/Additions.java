package dev.concordat.conform.explain;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.model.conform.Notice;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sentences that a contract lacks, as YAML.
final class Additions {
  private Additions() {}

  static List<Notice> of(Account account) {
    var notices = new ArrayList<Notice>();
    HttpOperation operation = account.operation();
    for (Hint hint : account.hints(1)) {
      notices.add(
          new Notice(
              "under-specified",
              operation.id(),
              "a valid request was refused ("
                  + (account.times(hint) == 0 ? "in an earlier run" : account.times(hint) + "×")
                  + "): "
                  + shown(hint)
                  + words(hint)
                  + ", which the contract does not say",
              Optional.of(sentence(operation, hint)),
              yaml(hint)));
    }
    if (notices.isEmpty() && account.unexplained() > 0 && account.successes() > 0) {
      account
          .refused()
          .ifPresent(
              refused ->
                  notices.add(
                      new Notice(
                          "under-specified",
                          operation.id(),
                          account.unexplained()
                              + " valid requests were refused, the first with "
                              + refused.status()
                              + " ("
                              + refused.trial().reason().what()
                              + "), and the answer does not say what the contract lacks",
                          Optional.of(at(operation)),
                          "")));
    }
    if (operation.security().isEmpty() && account.asked().isPresent()) {
      notices.add(
          new Notice(
              "under-specified",
              operation.id(),
              "credentials were asked for (401), which the contract does not say",
              Optional.of(at(operation)),
              "security:\n  - bearer: []"));
    }
    return notices;
  }

  private static Sentence at(HttpOperation operation) {
    return new Sentence(operation.place(), operation.sourceLine());
  }

  private static Sentence sentence(HttpOperation operation, Hint hint) {
    Optional<Sentence> parameter =
        operation.parameters().stream()
            .filter(p -> hint.place().equals(p.pointer()))
            .findFirst()
            .map((Parameter p) -> new Sentence(p.place(), p.sourceLine()));
    return parameter
        .or(
            () ->
                operation
                    .body()
                    .filter(body -> hint.place().startsWith("body"))
                    .map((RequestBody body) -> new Sentence(body.place(), body.sourceLine())))
        .orElseGet(() -> at(operation));
  }

  private static String shown(Hint hint) {
    return hint.place().startsWith("body:/") ? hint.place().substring(6) : hint.place();
  }

  private static String words(Hint hint) {
    String bound = hint.bound().isEmpty() ? "" : " " + hint.bound();
    return switch (hint.kind()) {
      case REQUIRED -> " is required";
      case TYPE -> " must be of another type" + bound;
      case FORMAT -> " must be in a format" + bound;
      case MINIMUM -> " must not be below" + (bound.isEmpty() ? " a minimum" : bound);
      case MAXIMUM -> " must not be above" + (bound.isEmpty() ? " a maximum" : bound);
      case MIN_LENGTH -> " must not be shorter than" + (bound.isEmpty() ? " it was" : bound);
      case MAX_LENGTH -> " must not be longer than" + (bound.isEmpty() ? " a maximum" : bound);
      case PATTERN -> " must match a pattern" + bound;
      case ENUM -> " must be one of" + (bound.isEmpty() ? " some values" : bound);
      case UNKNOWN -> " is not known to the provider";
      case CONFLICT, MISSING_RESOURCE, AUTHENTICATION, OTHER -> " is refused";
    };
  }

  private static String yaml(Hint hint) {
    String name = hint.place().substring(hint.place().lastIndexOf('/') + 1);
    boolean isParameter = !hint.place().startsWith("body");
    String sentence =
        switch (hint.kind()) {
          case REQUIRED -> isParameter ? "required: true" : "required: [" + name + "]";
          case TYPE -> keyword("type", hint);
          case FORMAT -> keyword("format", hint);
          case MINIMUM -> keyword("minimum", hint);
          case MAXIMUM -> keyword("maximum", hint);
          case MIN_LENGTH -> keyword("minLength", hint);
          case MAX_LENGTH -> keyword("maxLength", hint);
          case PATTERN ->
              hint.bound().isEmpty() ? "" : "pattern: '" + hint.bound().replace("'", "''") + "'";
          case ENUM -> hint.bound().isEmpty() ? "" : "enum: [" + hint.bound() + "]";
          case UNKNOWN -> "additionalProperties: false";
          case CONFLICT, MISSING_RESOURCE, AUTHENTICATION, OTHER -> "";
        };
    boolean isOwn =
        hint.kind() == Observation.Kind.REQUIRED || hint.kind() == Observation.Kind.UNKNOWN;
    return sentence.isEmpty() || isOwn || isParameter ? sentence : name + ":\n  " + sentence;
  }

  private static String keyword(String keyword, Hint hint) {
    return hint.bound().isEmpty() ? "" : keyword + ": " + hint.bound();
  }
}
