package dev.concordat.wire.fault;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.List;

/// Every request is redirected (307) to where it came from. The provider never hears of it.
public record RedirectLoop() implements MessageFault {
  private static final int TEMPORARY_REDIRECT = 307;

  @Override
  public String name() {
    return "redirect-loop";
  }

  @Override
  public boolean asksProvider() {
    return false;
  }

  @Override
  public HttpResponseMessage instead(Answer answer) {
    var location = new Header("Location", answer.target());
    return new HttpResponseMessage(TEMPORARY_REDIRECT, List.of(location), Bytes.EMPTY);
  }
}
