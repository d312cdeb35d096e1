package dev.concordat.wire.fault;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.List;

/// An error page in HTML under 200, as some proxies have it. The provider never hears of the request.
public record HtmlErrorPage() implements MessageFault {
  private static final int OK = 200;
  private static final String PAGE =
      "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>"
          + "<body><h1>502 Bad Gateway</h1></body></html>\n";

  @Override
  public String name() {
    return "html-error-page";
  }

  @Override
  public boolean asksProvider() {
    return false;
  }

  @Override
  public HttpResponseMessage instead(Answer answer) {
    var type = new Header("Content-Type", "text/html; charset=utf-8");
    return new HttpResponseMessage(OK, List.of(type), Bytes.utf8(PAGE));
  }
}
