package dev.concordat.compare.pact;

import dev.concordat.compare.need.PactflowCodes;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.model.comparison.Alias;
import java.util.List;

/// What PactFlow's comparator calls a GraphQL request that does not fit. It tells kinds apart by graphql-js' sentences, this
/// by graphql-java's.
final class GraphQlCodes {
  private GraphQlCodes() {}

  static List<Alias> of(Breach breach) {
    return PactflowCodes.error("request.graphql." + code(breach));
  }

  private static String code(Breach breach) {
    String message = breach.message();
    return switch (breach.pointer()) {
      case "/operationName" -> "operation.unknown";
      case "/variables" -> "variables.incompatible";
      default -> {
        if (message.startsWith("the query cannot be parsed") || message.contains("no `query`")) {
          yield "document.invalid";
        }
        if (message.startsWith("Field '") && message.endsWith("is undefined")) {
          yield "field.unknown";
        }
        if (message.startsWith("Unknown field argument")) {
          yield "argument.unknown";
        }
        yield message.startsWith("Missing field argument") ? "argument.missing" : "incompatible";
      }
    };
  }
}
