package dev.concordat.wire.fault;

import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.List;
import java.util.random.RandomGenerator;

/// A fault that gives another message than the provider's, the same on every version of HTTP.
public sealed interface MessageFault extends AnswerFault
    permits Status, RedirectLoop, HtmlErrorPage, WrongMediaType, EditBody {
  /// The message that takes the place of the answer.
  HttpResponseMessage instead(Answer answer);

  @Override
  default List<Act> deliver(Answer answer, RandomGenerator random) {
    return answer.with(instead(answer)).sent();
  }
}
