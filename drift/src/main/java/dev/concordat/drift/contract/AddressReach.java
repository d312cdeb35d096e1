package dev.concordat.drift.contract;

import dev.concordat.contracts.language.TextLanguage;
import dev.concordat.contracts.language.Undecided;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.drift.mock.Asked;
import dev.concordat.drift.mock.Mock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a pattern of addresses and the documented paths have any address in common, decided as regular languages.
final class AddressReach {
  private static final String SPECIAL = "\\^$.|?*+()[]{}/";

  private AddressReach() {}

  /// Whether it is sure that no documented path is one of the mock's addresses.
  static boolean isNowhere(Mock mock, List<OpenApiContract> contracts) {
    if (!(mock.asked() instanceof Asked.OfStub(Stub stub)) || contracts.isEmpty()) {
      return false;
    }
    Optional<ValuePattern> pattern =
        Stream.of(RequestPart.TARGET, RequestPart.PATH)
            .flatMap(part -> stub.request().on(part))
            .map(on -> on.pattern())
            .findFirst();
    if (pattern.isEmpty()) {
      return false;
    }
    try {
      Optional<String> own = regex(pattern.get());
      if (own.isEmpty()) {
        return false;
      }
      TextLanguage addresses = TextLanguage.matching(own.get());
      for (OpenApiContract contract : contracts) {
        if (meets(addresses, contract)) {
          return false;
        }
      }
      return true;
    } catch (Undecided notRegular) {
      return false;
    }
  }

  private static boolean meets(TextLanguage addresses, OpenApiContract contract) throws Undecided {
    for (String path : documented(contract)) {
      if (!addresses.and(TextLanguage.matching(path)).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /// Every path with and without a base path, with any query.
  private static List<String> documented(OpenApiContract contract) {
    return contract.operations().stream()
        .map(operation -> template(operation.path().text()))
        .flatMap(
            path ->
                Stream.concat(Stream.of(""), contract.basePaths().stream())
                    .distinct()
                    .map(base -> "^" + quoted(base) + path + "(\\?[\\s\\S]*)?$"))
        .distinct()
        .toList();
  }

  private static Optional<String> regex(ValuePattern pattern) {
    return switch (pattern) {
      case ValuePattern.PathTemplate(String template) ->
          Optional.of("^" + template(template) + "$");
      case ValuePattern.Regex(String regex, boolean isWhole, boolean ignoresCase) ->
          ignoresCase ? Optional.empty() : Optional.of(isWhole ? "^(?:" + regex + ")$" : regex);
      case ValuePattern.Glob(String glob) ->
          Optional.of("^" + quoted(glob).replace("\\*", "[\\s\\S]*") + "$");
      default -> Optional.empty();
    };
  }

  private static String template(String template) {
    var regex = new StringBuilder();
    boolean isVariable = false;
    for (String piece : template.splitWithDelimiters("\\{[^{}]*}", 0)) {
      regex.append(isVariable ? "[^/?]+" : quoted(piece));
      isVariable = !isVariable;
    }
    return regex.toString();
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SPECIAL.indexOf(c) >= 0) {
        quoted.append('\\');
      }
      quoted.append(c);
    }
    return quoted.toString();
  }
}
