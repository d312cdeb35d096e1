package dev.concordat.model.matching;

/// Classes of HTTP status that a `statusCode` rule names.
public enum StatusClass {
  INFORMATION("info", "Informational response (100–199)", 100, 199),
  SUCCESS("success", "Successful response (200–299)", 200, 299),
  REDIRECT("redirect", "Redirect (300–399)", 300, 399),
  CLIENT_ERROR("clientError", "Client error (400–499)", 400, 499),
  SERVER_ERROR("serverError", "Server error (500–599)", 500, 599),
  NON_ERROR("nonError", "Non-error response (< 400)", 0, 399),
  ERROR("error", "Error response (>= 400)", 400, Integer.MAX_VALUE),
  /// The codes listed in the rule.
  LISTED("", "listed status", 0, -1);

  private final String pactName;
  private final String label;
  private final int from;
  private final int to;

  StatusClass(String pactName, String label, int from, int to) {
    this.pactName = pactName;
    this.label = label;
    this.from = from;
    this.to = to;
  }

  /// The name it has in a pact file.
  public String pactName() {
    return pactName;
  }

  /// What people call it.
  public String label() {
    return label;
  }

  boolean contains(int status) {
    return status >= from && status <= to;
  }
}
