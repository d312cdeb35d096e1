package dev.concordat.wire.fault;

import dev.concordat.model.exchange.HttpResponseMessage;

/// The answer as it is, under another media type.
///
/// @param mediaType what `Content-Type` says
public record WrongMediaType(String mediaType) implements MessageFault {
  public WrongMediaType {
    if (!mediaType.matches("[!-~][ -~]{0,200}")) {
      throw new IllegalArgumentException("a media type is printable ASCII, as in text/plain");
    }
  }

  @Override
  public String name() {
    return "wrong-media-type";
  }

  @Override
  public HttpResponseMessage instead(Answer answer) {
    return answer.with("Content-Type", mediaType);
  }
}
