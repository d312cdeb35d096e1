package dev.concordat.wire.fault;

import java.util.List;

/// A fault at work on one stream of HTTP/2. Each method says what is done instead of what would have been.
public interface StreamPassage {
  /// The head of the request is here.
  default List<StreamAct> begun() {
    return List.of();
  }

  /// The provider has sent a part of its response.
  default List<StreamAct> next(StreamAct.Part part) {
    return List.of(part);
  }
}
