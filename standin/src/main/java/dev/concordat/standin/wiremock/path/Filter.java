package dev.concordat.standin.wiremock.path;

import java.util.List;

/// A condition on an item.
sealed interface Filter {
  record Any(List<Filter> of) implements Filter {
    public Any {
      of = List.copyOf(of);
    }
  }

  record Every(List<Filter> of) implements Filter {
    public Every {
      of = List.copyOf(of);
    }
  }

  record Not(Filter of) implements Filter {}

  /// The path finds something.
  record Exists(Operand.At at) implements Filter {}

  /// Two values and an operator such as `==` or `in`.
  record Compares(Operand left, String operator, Operand right) implements Filter {}
}
