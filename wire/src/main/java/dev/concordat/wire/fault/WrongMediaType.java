package dev.concordat.wire.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/// The answer as it is, under another media type.
///
/// @param mediaType what `Content-Type` says
public record WrongMediaType(String mediaType) implements AnswerFault {
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
  public List<Act> deliver(Answer answer, RandomGenerator random) {
    return answer.with(answer.with("Content-Type", mediaType)).sent();
  }
}
