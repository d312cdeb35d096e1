package dev.concordat.engine.resilience;

import dev.concordat.engine.answers.AllowedAnswer;
import dev.concordat.engine.answers.AllowedAnswer.Kind;
import dev.concordat.model.profile.Reading;
import java.util.Optional;

/// What the consumer's caller got when the provider gave an answer that its contract allows.
public record Answered(AllowedAnswer answer, Call call) {
  private static final int FIRST_SERVER_ERROR = 500;

  /// Why the consumer does not cope with it, as a clause; empty where it does. A failure of the provider may become a
  /// documented failure of the consumer; an answer that is no failure may not become one of the server's.
  Optional<String> problem() {
    if (call.isHanging()) {
      return Optional.of("its caller had no answer after " + Reading.text(call.took()));
    }
    if (call.answer().isEmpty()) {
      return Optional.of("its caller's connection was ended without an answer");
    }
    if (call.undocumented().isPresent()) {
      return call.undocumented();
    }
    int status = call.answer().get().status();
    return answer.kind() != Kind.ERROR && status >= FIRST_SERVER_ERROR
        ? Optional.of("its caller got " + status)
        : Optional.empty();
  }

  boolean isError() {
    return answer.kind() == Kind.ERROR;
  }
}
