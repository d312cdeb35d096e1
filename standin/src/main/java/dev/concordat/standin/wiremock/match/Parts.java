package dev.concordat.standin.wiremock.match;

import dev.concordat.contracts.body.Part;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.model.exchange.Headers;
import java.util.List;

/// Takes out of a request what a condition looks at.
final class Parts {
  private static final String LOOPBACK = "127.0.0.1";

  private Parts() {}

  static Subject subject(RequestPart part, ReceivedRequest request) {
    return switch (part) {
      case METHOD -> Subject.of(request.method());
      case TARGET -> Subject.of(request.target());
      case PATH -> Subject.of(request.path());
      case QUERY -> Subject.of(request.message().query());
      case SCHEME -> Subject.of("http");
      case HOST -> Subject.of(request.host());
      case PORT -> Subject.of(request.port());
      case CLIENT_ADDRESS -> Subject.of(LOOPBACK);
      case BODY -> request.body();
      case PATH_PARAMETER, QUERY_PARAMETER, HEADER, COOKIE, FORM_FIELD -> Subject.ABSENT;
    };
  }

  static List<String> values(RequestPart part, String name, ReceivedRequest request) {
    return switch (part) {
      case HEADER -> request.header(name);
      case QUERY_PARAMETER -> request.query().getOrDefault(name, List.of());
      case COOKIE -> request.cookies().getOrDefault(name, List.of());
      case FORM_FIELD -> request.form().getOrDefault(name, List.of());
      default -> List.of();
    };
  }

  static Subject header(Part part, String name) {
    return Headers.first(part.headers(), name).map(Subject::of).orElse(Subject.ABSENT);
  }

  static String label(RequestPart part, String name) {
    String word =
        switch (part) {
          case METHOD -> "Method";
          case TARGET -> "URL";
          case PATH -> "Path";
          case QUERY -> "Query";
          case SCHEME -> "Scheme";
          case HOST -> "Host";
          case PORT -> "Port";
          case CLIENT_ADDRESS -> "Client";
          case BODY -> "Body";
          case PATH_PARAMETER -> "Path parameter";
          case QUERY_PARAMETER -> "Query parameter";
          case HEADER -> "Header";
          case COOKIE -> "Cookie";
          case FORM_FIELD -> "Form field";
        };
    return name.isEmpty() ? word : word + " " + name;
  }
}
