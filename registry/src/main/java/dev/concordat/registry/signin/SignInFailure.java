package dev.concordat.registry.signin;

import java.util.List;

/// Why somebody could not sign in, for them and for whoever runs the registry.
final class SignInFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final transient List<String> paragraphs;

  /// @param status that the page has
  /// @param paragraphs what happened, then what helps
  SignInFailure(int status, String title, String... paragraphs) {
    super(title);
    this.status = status;
    this.title = title;
    this.paragraphs = List.of(paragraphs);
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  List<String> paragraphs() {
    return paragraphs;
  }
}
